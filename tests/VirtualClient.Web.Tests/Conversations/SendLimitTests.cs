using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Conversations;

/// <summary>How much may be sent, counted in what is stored.</summary>
public sealed class SendLimitTests
{
    [Fact]
    public async Task The_eleventh_message_within_a_minute_is_refused_until_the_first_is_a_minute_old()
    {
        var clock = new MovableClock();
        await using var host = await StartAsync(clock, "Limits:MessagesPerMinute=10");
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        for (var i = 0; i < 10; i++)
        {
            await talk.SayAsync($"{Talk.Lines[i % 6]} ({i})");
            clock.Move(TimeSpan.FromSeconds(3));
        }

        var messageId = Guid.CreateVersion7();
        var refused = (await talk.SendAsync("An eleventh.", messageId)).Is(429, "too-many-messages");
        Assert.Equal(30, RetryAfter(refused));
        Assert.Contains("in 30 seconds", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(21, (await talk.MessagesAsync()).Count);

        clock.Move(TimeSpan.FromSeconds(28));
        Assert.Equal(2, RetryAfter((await talk.SendAsync("An eleventh.", messageId)).Is(429)));
        clock.Move(TimeSpan.FromSeconds(3));
        await talk.ReadAsync(await talk.SendAsync("An eleventh.", messageId));
        // The next place is free when the second is a minute old.
        Assert.Equal(2, RetryAfter((await talk.SendAsync("A twelfth.")).Is(429)));
    }

    [Fact]
    public async Task A_repeated_message_is_answered_as_before_and_what_was_refused_does_not_count()
    {
        await using var host = await StartAsync(new MovableClock(), "Limits:MessagesPerMinute=2");
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        var messageId = Guid.CreateVersion7();
        var first = await talk.SendAsync(Talk.Lines[0], messageId);
        await talk.ReadAsync(first);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(first.Content, (await talk.SendAsync(Talk.Lines[0], messageId)).Is(202).Content);
        }

        await talk.SayAsync(Talk.Lines[1]);
        (await talk.SendAsync(Talk.Lines[2])).Is(429, "too-many-messages");
        Assert.Equal(first.Content, (await talk.SendAsync(Talk.Lines[0], messageId)).Is(202).Content);
    }

    [Fact]
    public async Task The_limit_counts_all_of_a_students_conversations_over_a_restart_and_nobody_elses()
    {
        var clock = new MovableClock();
        await using var database = await WebHost.NewDatabaseAsync();
        string token;
        await using (var first = WebHost.Start(database, ["Limits:MessagesPerMinute=2"], s => s.AddSingleton<TimeProvider>(clock)))
        {
            first.KeepDatabase();
            var student = await first.NewStudentAsync();
            token = student.Token!;
            await (await Talk.StartAsync(student, 0)).SayAsync(Talk.Lines[0]);
            await (await Talk.StartAsync(student, 1)).SayAsync(Talk.Lines[0]);
            (await (await Talk.StartAsync(student, 2)).SendAsync(Talk.Lines[0])).Is(429, "too-many-messages");
            await (await Talk.StartAsync(await first.NewStudentAsync())).SayAsync(Talk.Lines[0]);
        }

        database.LetGo();
        await using var second = WebHost.Start(database, ["Limits:MessagesPerMinute=2"], s => s.AddSingleton<TimeProvider>(clock));
        second.KeepDatabase();
        var again = second.Anonymous();
        again.Token = token;
        (await (await Talk.StartAsync(again, 3)).SendAsync(Talk.Lines[0])).Is(429, "too-many-messages");
    }

    [Fact]
    public async Task Sending_into_twelve_conversations_at_once_does_not_pass_the_limit()
    {
        await using var host = await StartAsync(new MovableClock(), "Limits:MessagesPerMinute=5");
        var student = await host.NewStudentAsync();
        var talks = new List<Talk>();
        for (var client = 0; client < 12; client++)
        {
            talks.Add(await Talk.StartAsync(student, client));
        }

        var answers = await Task.WhenAll(talks.Select(talk => talk.SendAsync(Talk.Lines[0])));
        Assert.Equal(5, answers.Count(answer => answer.Status == 202));
        Assert.All(answers.Where(answer => answer.Status != 202), answer => answer.Is(429, "too-many-messages"));
    }

    [Fact]
    public async Task All_students_together_have_an_hour_and_teachers_tests_are_apart()
    {
        var clock = new MovableClock();
        await using var host = await StartAsync(clock, "Limits:MessagesPerHourForAll=6", "Limits:TestMessagesPerMinute=2");
        var students = new List<Talk>();
        for (var i = 0; i < 8; i++)
        {
            students.Add(await Talk.StartAsync(await host.NewStudentAsync()));
        }

        var teacher = await host.NewPersonAsync(Roles.Teacher);
        var clientId = (await teacher.GetAsync("/api/v1/clients/templates")).Items[0]!["id"]!.GetValue<string>();
        var test = new Talk(teacher, (await teacher.PostAsync("/api/v1/conversations", new { clientId, test = true })).Is(201).Text("id"));
        await test.SayAsync(Talk.Lines[0]);
        clock.Move(TimeSpan.FromMinutes(1));

        // All at once: as many as there is room for.
        var answers = await Task.WhenAll(students.Select(talk => talk.SendAsync(Talk.Lines[0])));
        Assert.Equal(6, answers.Count(answer => answer.Status == 202));
        Assert.All(answers.Where(answer => answer.Status != 202), answer => answer.Is(429, "everybody-sends"));
        await test.SayAsync(Talk.Lines[1]);
        await test.SayAsync(Talk.Lines[2]);
        (await test.SendAsync(Talk.Lines[3])).Is(429, "too-many-messages");

        clock.Move(TimeSpan.FromMinutes(30));
        var late = (await (await Talk.StartAsync(await host.NewStudentAsync())).SendAsync(Talk.Lines[0])).Is(429, "everybody-sends");
        Assert.Equal(30 * 60, RetryAfter(late));
        clock.Move(TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(1));
        await (await Talk.StartAsync(await host.NewStudentAsync())).SayAsync(Talk.Lines[0]);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_by_hours_locks_nobody_out()
    {
        var clock = new MovableClock();
        await using var host = await StartAsync(clock, "Limits:MessagesPerMinute=2");
        var (email, password) = await host.NewAccountAsync(Roles.Student);
        var talk = await Talk.StartAsync(await host.SignInAsync(email, password));
        await talk.SayAsync(Talk.Lines[0]);
        await talk.SayAsync(Talk.Lines[1]);
        (await talk.SendAsync(Talk.Lines[2])).Is(429);
        clock.Move(TimeSpan.FromHours(-3));
        await talk.SayAsync(Talk.Lines[2]);
        clock.Move(TimeSpan.FromHours(30));
        var later = new Talk(await host.SignInAsync(email, password), talk.Id);
        await later.SayAsync(Talk.Lines[3]);
        var messages = await later.MessagesAsync();
        Talk.IsGapless(messages);
        Assert.Equal(9, messages.Count);
    }

    [Fact]
    public async Task Without_script_the_page_keeps_the_text_and_says_when_it_can_be_sent()
    {
        await using var host = await StartAsync(new MovableClock(), "Limits:MessagesPerMinute=1");
        var (email, password) = await host.NewAccountAsync(Roles.Student);
        var talk = await Talk.StartAsync(await host.SignInAsync(email, password));
        await talk.SayAsync(Talk.Lines[0]);
        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        await browser.GetAsync($"/conversations/{talk.Id}");
        var answer = await browser.PostAsync(
            $"/conversations/{talk.Id}/say",
            ("messageId", $"{Guid.CreateVersion7()}"),
            ("text", "Kept words.")
        );
        Assert.Equal(302, answer.Status);
        var page = await browser.GetAsync($"/conversations/{talk.Id}");
        Assert.Contains("Kept words.", page.Html, StringComparison.Ordinal);
        Assert.Matches("You can send it in [0-9]+ seconds", page.Html);
    }

    private static int RetryAfter(Answer answer) =>
        int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);

    private static Task<WebHost> StartAsync(MovableClock clock, params string[] settings) =>
        WebHost.StartAsync(services => services.AddSingleton<TimeProvider>(clock), settings);
}
