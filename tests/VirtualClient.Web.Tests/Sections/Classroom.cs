using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Sections;

/// <summary>A section with its teacher, made for one test.</summary>
internal sealed record Classroom(WebHost Host, ApiClient Teacher, string Id)
{
    public string Path => $"/api/v1/sections/{Id}";

    public static async Task<Classroom> MakeAsync(WebHost host, string name = "Direct Practice")
    {
        var teacher = await host.NewPersonAsync(Roles.Teacher);
        var section = (
            await teacher.PostAsync(
                "/api/v1/sections",
                new
                {
                    name,
                    courseCode = "SWK 5120",
                    term = "Fall 2026",
                }
            )
        ).Is(201);
        return new Classroom(host, teacher, section.Text("id"));
    }

    /// <summary>Somebody with an account, enrolled by the teacher.</summary>
    public async Task<ApiClient> AddAsync(string accountRole = Roles.Student, string role = "student")
    {
        var (email, password) = await Host.NewAccountAsync(accountRole);
        (await Teacher.PostAsync(Path + "/enrollments", new { email, role })).Is(201);
        return await Host.SignInAsync(email, password);
    }

    public async Task<Answer> EnrollAsync(string email, string role = "student") =>
        await Teacher.PostAsync(Path + "/enrollments", new { email, role });

    public async Task<(int Active, int Removed, int Total)> StatisticsAsync()
    {
        var figures = (await Teacher.GetAsync(Path + "/statistics")).Is(200);
        return (figures.Number("active"), figures.Number("removed"), figures.Number("total"));
    }

    public static async Task<string> IdOfAsync(ApiClient person) => (await person.GetAsync("/api/v1/me")).Is(200).Text("id");
}
