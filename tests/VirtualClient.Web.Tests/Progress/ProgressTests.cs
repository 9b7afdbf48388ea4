using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Debriefs;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Progress;

public sealed class ProgressTests(EveryTest every)
{
    [Fact]
    public async Task A_newcomer_is_led_to_the_first_conversation()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var student = await every.Host.SignInAsync(email, password);
        var progress = (await student.GetAsync("/api/v1/student/progress")).Is(200);
        Assert.Equal(0, progress.Number("practiceCount"));
        Assert.Equal("Danny Kealoha", progress.Json!["next"]!["name"]!.GetValue<string>());
        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        Assert.Contains("Nothing to show yet", (await browser.GetAsync("/progress")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_conversations_make_a_line_and_another_try_does_not_count()
    {
        var (email, password) = await every.Host.NewAccountAsync(Roles.Student);
        var student = await every.Host.SignInAsync(email, password);
        var debriefs = new DebriefTests(every);
        var first = await debriefs.EndedAsync(student);
        await debriefs.EndedAsync(student);
        await debriefs.EndedAsync(student);
        var said = (await first.MessagesAsync())[1]["id"]!.GetValue<string>();
        var again = new Talk(student, (await student.PostAsync(first.Path + "/branch", new { messageId = said })).Is(201).Text("id"));
        await again.SayAsync(DebriefTests.Six[0]);
        await again.EndAsync();

        var progress = (await student.GetAsync("/api/v1/student/progress")).Is(200);
        Assert.Equal(3, progress.Number("practiceCount"));
        var skills = progress.Json!["skills"]!.AsArray().ToDictionary(s => s!["key"]!.GetValue<string>(), s => s!["values"]!.AsArray());
        // Each of the three was one reflection to two questions, and advice in one turn of six.
        Assert.Equal([0.5m, 0.5m, 0.5m], skills["reflections_per_question"].Select(v => v!.GetValue<decimal>()));
        Assert.Equal([0.17m, 0.17m, 0.17m], skills["advice_rate"].Select(v => v!.GetValue<decimal>()));
        Assert.NotEqual("Walter Ellison", progress.Json["next"]!["name"]!.GetValue<string>());
        Assert.DoesNotContain("trust", progress.Content, StringComparison.OrdinalIgnoreCase);

        var browser = every.Host.Browser();
        await browser.SignInAsync(email, password);
        var page = await browser.GetAsync("/progress");
        Assert.Contains("You have practiced 3 times.", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, page.Document.QuerySelectorAll("#skills tbody tr").Length);
    }
}
