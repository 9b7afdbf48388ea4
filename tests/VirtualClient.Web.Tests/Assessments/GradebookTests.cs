using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Assessments;

public sealed class GradebookTests(ScoringHost scoring) : IClassFixture<ScoringHost>
{
    [Theory]
    [InlineData("best", 1, "75.0")]
    [InlineData("last", 2, "50.0")]
    [InlineData("chosen", null, "Not chosen yet")]
    public async Task The_attempt_that_counts_is_the_one_the_setting_says(string setting, int? attempt, string score)
    {
        var begun = await Scoring.BeginAsync(
            scoring.Host,
            new
            {
                title = "First meeting",
                kind = "graded",
                settings = new { countingAttempt = setting },
            }
        );
        var student = await begun.Work.Room.AddAsync();
        var first = await begun.DraftedAsync(student);
        await first.DecideAllAsync("good");
        var second = await begun.DraftedAsync(student);
        await second.DecideAllAsync("satisfactory");
        var cell = (await begun.Teacher.GetAsync(begun.Work.Path + "/gradebook")).Is(200).Json!["rows"]![0]!["cells"]![0]!;
        Assert.Equal((attempt, 2), (cell["attempt"]?.GetValue<int>(), cell["attempts"]!.GetValue<int>()));
        Assert.Contains(
            score,
            (await begun.Teacher.GetAsync(begun.Work.Path + "/gradebook.csv")).Is(200).Content,
            StringComparison.Ordinal
        );
        if (attempt is null)
        {
            (await second.PostAsync("choose")).Is(200);
            (await first.PostAsync("choose")).Is(200);
            cell = (await begun.Teacher.GetAsync(begun.Work.Path + "/gradebook")).Json!["rows"]![0]!["cells"]![0]!;
            Assert.Equal(1, cell["attempt"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Not_scored_no_opportunity_and_no_attempt_are_words_and_no_zero()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var (none, undecided, without) = (await begun.Work.Room.AddAsync(), await begun.DraftedAsync(), await begun.DraftedAsync());
        (await undecided.DecideAsync(Scoring.Keys[0], "good")).Is(200);
        await without.DecideAllAsync(null);
        var rows = (await begun.Teacher.GetAsync(begun.Work.Path + "/gradebook")).Is(200).Json!["rows"]!.AsArray();
        var me = await Sections.Classroom.IdOfAsync(none);
        string StatusOf(string id) =>
            rows.Single(r => r!["studentId"]!.GetValue<string>() == id)!["cells"]![0]!["status"]!.GetValue<string>().Replace('_', '-');
        Assert.Equal("no-attempt", StatusOf(me));
        Assert.Equal("not-scored", StatusOf(await Sections.Classroom.IdOfAsync(undecided.Student)));
        Assert.Equal("no-opportunity", StatusOf(await Sections.Classroom.IdOfAsync(without.Student)));
        Assert.All(rows, r => Assert.Null(r!["share"]));
        var cells = CsvFile
            .Read(
                CsvFile.Decode(
                    System.Text.Encoding.UTF8.GetBytes((await begun.Teacher.GetAsync(begun.Work.Path + "/gradebook.csv")).Content)
                )!
            )
            .Skip(1)
            .SelectMany(r => r.Cells)
            .ToList();
        Assert.DoesNotContain("0", cells);
        Assert.DoesNotContain("0.0", cells);
        Assert.Contains("Not scored yet", cells);
        Assert.Contains("No opportunity", cells);
        Assert.Contains("No attempt", cells);
    }

    [Fact]
    public async Task The_file_equals_the_page_bears_the_schools_own_ids_and_computes_nothing()
    {
        var (email, password) = await scoring.Host.NewAccountAsync(Roles.Teacher);
        var teacher = await scoring.Host.SignInAsync(email, password);
        var section = (await teacher.PostAsync("/api/v1/sections", new { name = "Seminar" })).Is(201).Text("id");
        var room = new Sections.Classroom(scoring.Host, teacher, section);
        var mine = new Scoring(scoring.Host, await Assignments.Work.InAsync(room, new { title = "First meeting", kind = "graded" }));
        var client = (await mine.Work.ClientsAsync())[0];
        (await teacher.PostAsync(mine.Work.Path + "/clients", new { clientId = client, rubricId = await mine.Work.RubricAsync() })).Is(201);
        (await teacher.PostAsync(mine.Work.Path + "/publish")).Is(200);
        var attempt = await mine.DraftedAsync();
        await attempt.DecideAllAsync();
        await mine.DraftedAsync();
        await using (var scope = scoring.Host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var id = Guid.Parse(await Sections.Classroom.IdOfAsync(attempt.Student));
            await db
                .Users.Where(u => u.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.ExternalId, "S-" + id).SetProperty(u => u.DisplayName, "=HYPERLINK(1)"));
        }

        var file = (await teacher.GetAsync(mine.Work.Path + "/gradebook.csv")).Is(200).Content;
        var rows = CsvFile.Read(CsvFile.Decode(System.Text.Encoding.UTF8.GetBytes(file))!);
        Assert.Contains(rows.SelectMany(r => r.Cells), c => c == "'=HYPERLINK(1)");
        Assert.Contains(rows.SelectMany(r => r.Cells), c => c.StartsWith("S-", StringComparison.Ordinal));
        var browser = scoring.Host.Browser();
        await browser.SignInAsync(email, password);
        var page = await browser.GetAsync($"/teaching/assignments/{mine.Work.Id}/gradebook");
        Assert.Equal(200, page.Status);
        var shown = page
            .Document.QuerySelectorAll("table tr")
            .Select(r => r.QuerySelectorAll("th,td").Select(c => c.TextContent.Trim()).ToList())
            .ToList();
        Assert.Equal(rows.Select(r => string.Join('|', r.Cells.Select(c => c.TrimStart('\'')))), shown.Select(r => string.Join('|', r)));
    }

    [Fact]
    public async Task Who_decides_with_the_draft_in_view_says_nothing_of_how_good_it_is()
    {
        var begun = await Scoring.BeginAsync(scoring.Host, new { title = "Practice together", kind = "practice" });
        var (one, other) = (await begun.DraftedAsync(), await begun.DraftedAsync());
        await one.DecideAllAsync();
        await other.DecideAllAsync();
        Assert.Equal(0, (await begun.Teacher.GetAsync(begun.Work.Path + "/agreement")).Is(200).Number("pairs"));
    }

    [Fact]
    public async Task Agreement_is_not_yet_known_until_enough_levels_were_decided()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var (one, other) = (await begun.DraftedAsync(), await begun.DraftedAsync());
        await one.DecideAllAsync();
        var before = (await begun.Teacher.GetAsync(begun.Work.Path + "/agreement")).Is(200).Json!;
        Assert.Equal((false, 5, null), (before["known"]!.GetValue<bool>(), before["pairs"]!.GetValue<int>(), before["kappa"]));
        await other.DecideAllAsync("satisfactory");
        var after = (await begun.Teacher.GetAsync(begun.Work.Path + "/agreement")).Is(200).Json!;
        Assert.Equal(
            (true, 10, 0.5m),
            (after["known"]!.GetValue<bool>(), after["pairs"]!.GetValue<int>(), after["percent"]!.GetValue<decimal>())
        );
        // The draft never varied, so there is nothing to agree on beyond chance.
        Assert.Equal(0m, Math.Round(after["kappa"]!.GetValue<decimal>(), 6));
    }
}
