using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Tests.Hosting;
using VirtualClient.Web.Tests.Sections;

namespace VirtualClient.Web.Tests.Assignments;

/// <summary>A class as large as they get: the database is asked as often as for a small one.</summary>
public sealed class ScaleTests(EveryTest every)
{
    private const int Students = 200;
    private const int Assignments = 20;

    [Fact]
    public async Task Two_hundred_students_and_twenty_assignments_take_no_more_queries_than_a_few_do()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Teacher);
        var teacher = await every.Host.SignInAsync(email, password);
        var section = (await teacher.PostAsync("/api/v1/sections", new { name = "Everybody" })).Is(201).Text("id");
        var room = new Classroom(every.Host, teacher, section);
        var one = await every.Host.NewAccountAsync(Roles.Student);
        (await room.EnrollAsync(one.Email)).Is(201);
        var tail = Guid.NewGuid().ToString("N");
        var csv =
            "name,email\n" + string.Join('\n', Enumerable.Range(1, Students - 1).Select(i => $"Student {i},s{i}-{tail}@school.example"));
        (await teacher.PostTextAsync(room.Path + "/enrollments/import", csv, "text/csv")).Is(200);
        var first = await FillAsync(Guid.Parse(section));

        var progress = await CountAsync(teacher, room.Path + "/progress");
        Assert.Equal((Assignments, Students), (progress["columns"]!.AsArray().Count, progress["rows"]!.AsArray().Count));
        Assert.Equal(
            2 * Students,
            progress["rows"]!.AsArray().Sum(r => r!["cells"]!.AsObject().Sum(c => c.Value!["done"]!.GetValue<int>()))
        );
        Assert.Equal(Assignments, (await CountAsync(teacher, room.Path + "/assignments?limit=200"))["items"]!.AsArray().Count);
        Assert.Equal(200, (await CountAsync(teacher, room.Path + "/enrollments?limit=200"))["items"]!.AsArray().Count);
        await CountAsync(teacher, "/api/v1/assignments?limit=200");
        await CountAsync(teacher, "/api/v1/sections/statistics");
        await CountAsync(teacher, $"/api/v1/assignments/{first}/forecast");
        var student = await every.Host.SignInAsync(one.Email, one.Password);
        Assert.Equal(Assignments, (await CountAsync(student, "/api/v1/student/assignments"))["items"]!.AsArray().Count);

        await ReadAsync(
            (email, password),
            ["/", "/sections", $"/sections/{section}", $"/sections/{section}/roster", $"/teaching/assignments/{first}"]
        );
        await ReadAsync(one, ["/", "/assignments", $"/assignments/{first}"]);
    }

    /// <summary>Twenty published assignments; everybody has an ended attempt in two of them.</summary>
    private async Task<Guid> FillAsync(Guid section)
    {
        await using var db = every.Host.OpenDatabase();
        var client = await db.Set<ClientProfile>().FirstAsync(c => c.TemplateKey == "walter-ellison");
        var people = await db.Set<Enrollment>()
            .Where(e => e.SectionId == section && e.Role == SectionRole.Student)
            .Select(e => e.UserId)
            .ToListAsync();
        var now = DateTimeOffset.UtcNow;
        var assignments = new List<Assignment>();
        for (var i = 0; i < Assignments; i++)
        {
            var assignment = Assignment.Create(section, new CreateAssignmentInput { Title = $"Meeting {i + 1}" }, now.AddMinutes(i));
            assignment.Add(client.Id, null, now);
            assignment.Publish(now);
            db.Add(assignment);
            assignments.Add(assignment);
        }

        await db.SaveChangesAsync();
        foreach (var assignment in assignments.Take(2))
        {
            foreach (var person in people)
            {
                var (held, opening) = Conversation.Start(person, client, isTest: false, null, null, 1, "Good afternoon.", now);
                var terms = new AttemptTerms(
                    section,
                    assignment.Id,
                    assignment.Pairs[0].Id,
                    null,
                    null,
                    AttemptRules.Of(assignment),
                    null,
                    null,
                    null
                );
                held.Count(terms, 1);
                held.End(EndReason.Student, now);
                db.AddRange(held, opening);
            }
        }

        await db.SaveChangesAsync();
        return assignments[0].Id;
    }

    private async Task<JsonNode> CountAsync(ApiClient person, string path)
    {
        person.Count = $"{path} at scale";
        var answer = (await person.GetAsync(path)).Is(200);
        person.Count = null;
        Expect($"{path} at scale");
        return answer.Json!;
    }

    private async Task ReadAsync((string Email, string Password) person, string[] pages)
    {
        var browser = every.Host.Browser();
        await browser.SignInAsync(person.Email, person.Password);
        foreach (var path in pages)
        {
            browser.Count = $"{path} at scale for {person.Email}";
            Assert.Equal(200, (await browser.GetAsync(path)).Status);
            Expect(browser.Count);
        }
    }

    private void Expect(string name)
    {
        var commands = every.Host.RoundTrips.Of(name);
        Assert.True(commands.Count is >= 1 and <= 6, $"{commands.Count} round trips for {name}:\n" + string.Join("\n\n", commands));
    }
}
