using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Sections;

public sealed class JoinTests : IAsyncLifetime
{
    private readonly MovableClock clock = new();
    private WebHost host = null!;

    public async ValueTask InitializeAsync() => host = await WebHost.StartAsync(services => services.AddSingleton<TimeProvider>(clock));

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    private static Task<Answer> JoinAsync(ApiClient student, string code) => student.PostAsync("/api/v1/sections/join", new { code });

    [Fact]
    public async Task A_code_has_eight_letters_that_nobody_takes_for_others_and_lets_students_in()
    {
        var room = await Classroom.MakeAsync(host);
        var made = (await room.Teacher.PostAsync(room.Path + "/join-code")).Is(200);
        var code = made.Text("code");
        Assert.Matches("^[2-9A-HJ-NP-Z]{8}$", code);
        Assert.EndsWith("/join?code=" + code, made.Text("link"), StringComparison.Ordinal);
        var student = await host.NewStudentAsync();
        var joined = (await JoinAsync(student, $" {code[..4].ToLowerInvariant()}-{code[4..]} ")).Is(201);
        Assert.Equal((room.Id, "Direct Practice"), (joined.Text("id"), joined.Text("name")));
        (await JoinAsync(student, code)).Is(200);
        Assert.Equal((1, 0, 1), await room.StatisticsAsync());
        (await JoinAsync(room.Teacher, code)).Is(403, "wrong-role");
    }

    [Fact]
    public async Task An_assistant_who_is_a_student_elsewhere_stays_an_assistant_and_is_told()
    {
        var room = await Classroom.MakeAsync(host);
        var assistant = await room.AddAsync(Roles.Student, "assistant");
        var code = (await room.Teacher.PostAsync(room.Path + "/join-code")).Is(200).Text("code");
        (await JoinAsync(assistant, code)).Is(409, "already-staff");
        Assert.Equal("assistant", (await assistant.GetAsync(room.Path)).Is(200).Text("role"));
    }

    [Fact]
    public async Task A_new_code_ends_the_old_one_and_every_code_ends()
    {
        var room = await Classroom.MakeAsync(host);
        var first = (await room.Teacher.PostAsync(room.Path + "/join-code")).Is(200).Text("code");
        (await room.Teacher.PostAsync(room.Path + "/join-code")).Is(200);
        var student = await host.NewStudentAsync();
        (await JoinAsync(student, first)).Is(409, "wrong-join-code");
        var third = (await room.Teacher.PostAsync(room.Path + "/join-code")).Is(200).Text("code");
        (await room.Teacher.DeleteAsync(room.Path + "/join-code")).Is(204);
        (await JoinAsync(student, third)).Is(409, "wrong-join-code");
        (await room.Teacher.PostAsync(room.Path + "/join-code", new { days = 0 })).Is(422, "invalid");
        var last = (await room.Teacher.PostAsync(room.Path + "/join-code", new { days = 2 })).Is(200).Text("code");
        clock.Move(TimeSpan.FromDays(2));
        (await JoinAsync(await host.NewStudentAsync(), last)).Is(409, "wrong-join-code");
    }

    [Fact]
    public async Task Whoever_guesses_fifty_times_is_stopped_and_may_try_again_later()
    {
        var room = await Classroom.MakeAsync(host);
        var code = (await room.Teacher.PostAsync(room.Path + "/join-code")).Is(200).Text("code");
        var student = await host.NewStudentAsync();
        var answers = new List<Answer>();
        for (var i = 0; i < 50; i++)
        {
            answers.Add(await JoinAsync(student, "GUESS" + i));
        }

        Assert.All(answers[..10], answer => answer.Is(409, "wrong-join-code"));
        Assert.All(answers[10..], answer => answer.Is(429, "too-many-joins"));
        Assert.NotNull(answers[^1].Headers.RetryAfter);
        (await JoinAsync(student, code)).Is(429, "too-many-joins");
        (await JoinAsync(await host.NewStudentAsync(), code)).Is(201);
        clock.Move(TimeSpan.FromMinutes(11));
        (await JoinAsync(student, code)).Is(201);
    }

    [Fact]
    public async Task Two_clicks_join_once()
    {
        var room = await Classroom.MakeAsync(host);
        var code = (await room.Teacher.PostAsync(room.Path + "/join-code")).Is(200).Text("code");
        var student = await host.NewStudentAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => JoinAsync(student, code)));
        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 201, answer.Content));
        Assert.Equal((1, 0, 1), await room.StatisticsAsync());
    }

    [Fact]
    public async Task A_student_sees_own_sections_only_and_nobody_else_in_them()
    {
        var room = await Classroom.MakeAsync(host);
        var student = await room.AddAsync();
        var other = await Classroom.MakeAsync(host, "Policy");
        var mine = (await student.GetAsync($"/api/v1/student/sections/{room.Id}")).Is(200);
        Assert.Equal(["id", "name", "courseCode", "term", "archived", "teachers", "enrolledAt"], mine.Json!.AsObject().Select(p => p.Key));
        (await student.GetAsync($"/api/v1/student/sections/{other.Id}")).Is(404, "not-found");
        (await student.GetAsync($"/api/v1/student/sections/{Guid.CreateVersion7()}")).Is(404, "not-found");
        var me = await Classroom.IdOfAsync(student);
        (await room.Teacher.DeleteAsync($"{room.Path}/enrollments/{me}")).Is(204);
        (await student.GetAsync($"/api/v1/student/sections/{room.Id}")).Is(404, "not-found");
    }
}
