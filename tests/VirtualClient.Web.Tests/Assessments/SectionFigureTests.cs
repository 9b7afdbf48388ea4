using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Tests.Assessments;

/// <summary>Figures over a section: levels and labels, and the competencies of the programme.</summary>
public sealed class SectionFigureTests(ScoringHost scoring) : IClassFixture<ScoringHost>
{
    [Fact]
    public async Task Levels_are_those_that_people_decided_and_practice_is_in_no_figure()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var (decided, drafted) = (await begun.DraftedAsync(), await begun.DraftedAsync());
        (await decided.DecideAsync(Scoring.Keys[0], "excellent")).Is(200);
        (await decided.DecideAsync(Scoring.Keys[1], null)).Is(200);
        var practice = await Hosting.Talk.StartAsync(drafted.Student);
        await practice.SayAsync(ScoringHost.Quoted);
        await practice.EndAsync();
        var heat = (await begun.Teacher.GetAsync($"/api/v1/sections/{begun.Work.Room.Id}/levels")).Is(200).Json!;
        Assert.Equal(2, heat["attempts"]!.GetValue<int>());
        var id = await Sections.Classroom.IdOfAsync(decided.Student);
        var cells = heat["rows"]!.AsArray().Single(r => r!["studentId"]!.GetValue<string>() == id)!["cells"]!.AsArray();
        Assert.Equal(
            ("Excellent", 3, decided.Talk.Id),
            (cells[0]!["level"]!.GetValue<string>(), cells[0]!["place"]!.GetValue<int>(), cells[0]!["conversationId"]!.GetValue<string>())
        );
        Assert.All(cells.Skip(1), Assert.Null);
        Assert.All(
            heat["rows"]!.AsArray().Where(r => r!["studentId"]!.GetValue<string>() != id),
            r => Assert.All(r!["cells"]!.AsArray(), Assert.Null)
        );
        Assert.Equal((1, 1m), (heat["criteria"]![0]!["scored"]!.GetValue<int>(), heat["criteria"]![0]!["mean"]!.GetValue<decimal>()));
        Assert.Null(heat["criteria"]![1]!["mean"]);
        var open = heat["labels"]!.AsArray().Single(l => l!["code"]!.GetValue<string>() == "open_question")!;
        Assert.Equal((2, 10m), (open["attempts"]!.GetValue<int>(), open["perTenTurns"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task A_competency_counts_released_levels_of_ones_own_sections_against_the_benchmark()
    {
        var begun = await Scoring.BeginAsync(scoring.Host);
        var (above, below, kept) = (await begun.DraftedAsync(), await begun.DraftedAsync(), await begun.DraftedAsync());
        await above.DecideAllAsync("good");
        await below.DecideAllAsync("satisfactory");
        await kept.DecideAllAsync("excellent");
        (await above.PostAsync("release")).Is(200);
        (await below.PostAsync("release")).Is(200);
        var report = (await begun.Teacher.GetAsync("/api/v1/competencies")).Is(200).Json!;
        // The core interview gives evidence for 1, 6, 7 and 8.
        Assert.Equal([1, 6, 7, 8], report["rows"]!.AsArray().Select(r => r!["competency"]!.GetValue<int>()));
        Assert.All(
            report["rows"]!.AsArray(),
            r =>
                Assert.Equal(
                    (2, 1, 0.5m),
                    (r!["students"]!.GetValue<int>(), r["atOrAbove"]!.GetValue<int>(), r["share"]!.GetValue<decimal>())
                )
        );
        Assert.All(
            (await begun.Teacher.GetAsync("/api/v1/competencies?benchmark=50")).Json!["rows"]!.AsArray(),
            r => Assert.Equal(2, r!["atOrAbove"]!.GetValue<int>())
        );
        Assert.Empty((await begun.Teacher.GetAsync("/api/v1/competencies?term=Spring 2031")).Json!["rows"]!.AsArray());
        (await begun.Teacher.GetAsync("/api/v1/competencies?benchmark=101")).Is(400, "bad-benchmark");
        Assert.Empty((await (await scoring.Host.NewPersonAsync(Roles.Teacher)).GetAsync("/api/v1/competencies")).Json!["rows"]!.AsArray());
        var admin = await scoring.Host.NewPersonAsync(Roles.Admin);
        Assert.Contains(
            (await admin.GetAsync("/api/v1/competencies")).Json!["rows"]!.AsArray(),
            r => r!["sectionId"]!.GetValue<string>() == begun.Work.Room.Id
        );
        var file = (await begun.Teacher.GetAsync("/api/v1/competencies.csv")).Is(200).Content;
        var rows = CsvFile.Read(CsvFile.Decode(System.Text.Encoding.UTF8.GetBytes(file))!);
        Assert.Equal(5, rows.Count);
        Assert.Equal(["2", "1", "50.0", "75.0"], rows[1].Cells.Skip(4));
    }
}
