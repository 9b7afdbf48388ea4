using ModelStub;
using VirtualClient.Web.Data;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Faults;

/// <summary>Every route is down: practice goes on with the built-in voice where that is allowed, and nobody takes it for the model.</summary>
public sealed class StandInTests
{
    private const string Allowed = "Limits:BuiltInVoiceWhenModelsFail=true";

    [Fact]
    public async Task The_built_in_voice_answers_and_page_transcript_and_export_say_so()
    {
        await using var host = await WebHost.StartAsync(StubRoute.To(StubProvider.ClosedAddress(), Allowed));
        var (email, password) = await host.NewAccountAsync(Roles.Student);
        var talk = await Talk.StartAsync(await host.SignInAsync(email, password));
        var reply = await talk.SayAsync(Talk.Lines[0]);
        Assert.Equal(("reply-completed", "built-in"), (reply.Type, reply.Data["message"]!["voice"]!.GetValue<string>()));
        Assert.NotEqual("", reply.Data["message"]!["text"]!.GetValue<string>());
        var messages = await talk.MessagesAsync();
        Assert.Equal([null, null, "built-in"], messages.Select(m => m["voice"]?.GetValue<string>()));
        var browser = host.Browser();
        await browser.SignInAsync(email, password);
        var page = await browser.GetAsync($"/conversations/{talk.Id}");
        Assert.Single(page.Document.QuerySelectorAll("[data-turns] [data-stand-in]:not([hidden])"));
        await talk.EndAsync();
        Assert.Contains(
            "by the built-in voice",
            (await browser.GetAsync($"/conversations/{talk.Id}/record")).Text,
            StringComparison.Ordinal
        );
        var export = (await talk.Api.GetAsync(talk.Path + "/export.md")).Is(200).Content;
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(export, "by the built-in voice because no model could be reached"));
    }

    [Fact]
    public async Task A_model_that_declines_is_not_stood_in_for_and_one_that_answers_speaks_itself()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var host = await WebHost.StartAsync(StubRoute.To(stub, Allowed));
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        stub.Faults.Add("refusal", times: 2);
        var refused = await talk.SayAsync(Talk.Lines[0]);
        Assert.Equal(("reply-failed", "refused"), (refused.Type, refused.Data["kind"]!.GetValue<string>()));
        var again = await talk.Api.PostAsync($"{talk.Path}/replies/{refused.Data["replyId"]}/retry");
        var answered = (await talk.ReadAsync(again))[^1];
        Assert.Equal("reply-completed", answered.Type);
        Assert.Null(answered.Data["message"]!["voice"]);
    }

    [Fact]
    public async Task Where_it_is_not_allowed_the_reply_fails()
    {
        await using var host = await WebHost.StartAsync(StubRoute.To(StubProvider.ClosedAddress()));
        var talk = await Talk.StartAsync(await host.NewStudentAsync());
        Assert.Equal("reply-failed", (await talk.SayAsync(Talk.Lines[0])).Type);
        Assert.Equal("", (await talk.MessagesAsync())[2]["text"]!.GetValue<string>());
    }
}
