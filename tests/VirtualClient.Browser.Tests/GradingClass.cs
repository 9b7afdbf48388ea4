using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModelStub;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Features.Demo;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Features.Sections;

namespace VirtualClient.Browser.Tests;

/// <summary>A class of twelve whose attempts have ended, and a model that invents quotes for three of them.</summary>
internal sealed class GradingClass : IAsyncDisposable
{
    public const int Size = 12;
    public const string Password = "a-password-for-tests";
    private const string Said = "What has this week been like for you?";
    private readonly LiveHost host;
    private readonly StubProvider stub;

    private GradingClass(LiveHost host, StubProvider stub) => (this.host, this.stub) = (host, stub);

    public string Address => host.Address;

    public Guid AssignmentId { get; private set; }

    public static readonly string TeacherEmail = "grader@example.test";

    public static string StudentEmail(int number) => $"student-{number:00}@example.test";

    public static async Task<GradingClass> BeginAsync()
    {
        var stub = await StubProvider.StartAsync(new StubSettings { Reply = Answer });
        var host = LiveHost.Start(
            ("Models:Routes:0:Name", "stub"),
            ("Models:Routes:0:Provider", "openai-compatible"),
            ("Models:Routes:0:Model", "claude-haiku-5-5"),
            ("Models:Routes:0:BaseUrl", stub.OpenAiAddress.ToString())
        );
        var made = new GradingClass(host, stub);
        await made.FillAsync();
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await stub.DisposeAsync();
    }

    private async Task FillAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var now = TimeProvider.System.GetUtcNow();
        var section = new CourseSection
        {
            Name = "Grading",
            CourseCode = "SWK 1",
            CreatedAt = now,
        };
        db.Add(section);
        var teacher = await PersonAsync(users, TeacherEmail, "Dr. Ada Quist", Roles.Teacher);
        db.Add(
            new Enrollment
            {
                SectionId = section.Id,
                UserId = teacher.Id,
                Role = SectionRole.Teacher,
                EnrolledAt = now,
            }
        );
        var client = await db.Set<ClientProfile>().FirstAsync(c => c.TemplateKey == "walter-ellison");
        var rubric = await db.Set<Rubric>().Where(r => r.TemplateKey != null).OrderBy(r => r.SortOrder).FirstAsync();
        var assignment = Assignment.Create(
            section.Id,
            new CreateAssignmentInput { Title = "The first meeting", Kind = AssignmentKind.Graded },
            now
        );
        assignment.Add(client.Id, rubric.Id, now);
        assignment.Publish(now);
        db.Add(assignment);
        await db.SaveChangesAsync();
        AssignmentId = assignment.Id;
        var terms = new AttemptTerms(
            section.Id,
            assignment.Id,
            assignment.ActivePairs.First().Id,
            null,
            rubric.Definition,
            AttemptRules.Of(assignment),
            null,
            null,
            null
        );
        var conversations = new DemoConversations(db, TimeProvider.System);
        for (var number = 1; number <= Size; number++)
        {
            var student = await PersonAsync(users, StudentEmail(number), $"Student{number:00} Lind", Roles.Student);
            db.Add(
                new Enrollment
                {
                    SectionId = section.Id,
                    UserId = student.Id,
                    Role = SectionRole.Student,
                    EnrolledAt = now,
                }
            );
            var talk = new DemoTalk(
                student.Email!,
                "walter-ellison",
                Test: false,
                TimeSpan.FromMinutes(5),
                Ended: true,
                "",
                (ulong)number,
                Lines(number)
            )
            {
                View = new OwnView("", "Rest.", "", null, "", null, "", "", SelfRating.Mostly, SelfRating.AtTimes, "", ""),
            };
            await conversations.HoldAsync(talk, student, client, CancellationToken.None, conversation => conversation.Count(terms, 1));
        }
    }

    /// <summary>Three of them mention a marigold; for those the model quotes what nobody said.</summary>
    private static string[] Lines(int number) =>
        [
            number % 4 == 0
                ? "Good morning, Mr. Ellison. That is a fine marigold on your coat."
                : "Good morning, Mr. Ellison. I am a student here.",
            Said,
            "It sounds like the evenings are long.",
        ];

    private static async Task<AppUser> PersonAsync(UserManager<AppUser> users, string email, string name, string role)
    {
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            DisplayName = name,
        };
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
        return user;
    }

    private static string? Answer(ReceivedRequest request)
    {
        if (!request.Body.TryGetProperty("response_format", out var format))
        {
            return null;
        }

        var keys = format
            .GetProperty("json_schema")
            .GetProperty("schema")
            .GetProperty("properties")
            .GetProperty("criteria")
            .GetProperty("properties");
        var words = request.LastUserText.Contains("marigold", StringComparison.Ordinal)
            ? "I have never felt so understood by anybody"
            : Said;
        return new JsonObject
        {
            ["criteria"] = new JsonObject(
                keys.EnumerateObject()
                    .Select(key =>
                        KeyValuePair.Create(
                            key.Name,
                            (JsonNode?)
                                new JsonObject
                                {
                                    ["evidence"] = new JsonArray(new JsonObject { ["line"] = 4, ["words"] = words }),
                                    ["reason"] = "What the draft thinks of it.",
                                    ["level"] = "good",
                                    ["confidence"] = "high",
                                }
                        )
                    )
            ),
            ["strengths"] = new JsonArray("An open start."),
            ["areas_to_improve"] = new JsonArray("Sum up."),
        }.ToJsonString();
    }
}
