using Microsoft.Playwright;
using ModelStub;
using static Microsoft.Playwright.Assertions;

namespace VirtualClient.Browser.Tests;

/// <summary>The model fails, or the whole server: nothing is lost and the student is told.</summary>
[Collection("product")]
public sealed class TroubleTests(ProductFixture product)
{
    [Fact]
    public async Task A_reply_that_failed_says_so_and_can_be_tried_again()
    {
        await using var stub = await StubProvider.StartAsync(
            new StubSettings { PerPiece = TimeSpan.FromMilliseconds(40) },
            cancellationToken: TestContext.Current.CancellationToken
        );
        await using var host = LiveHost.Start(
            ("Models:Routes:0:Name", "stub"),
            ("Models:Routes:0:Provider", "openai-compatible"),
            ("Models:Routes:0:Model", "claude-haiku-5-5"),
            ("Models:Routes:0:BaseUrl", stub.OpenAiAddress.ToString()),
            ("Models:Routes:0:ApiKey", "for-the-stub"),
            ("Models:Limits:Retries", "0")
        );
        await using var visitor = await Visitor.ComeAsync(product.Browser, host.Address, 360, ColorScheme.Dark);
        await visitor.SignInAsync("Jonas Weber");
        await visitor.MeetAsync("Danny Kealoha");

        stub.Faults.Add("500");
        await visitor.SendAsync("Hello Danny, what brings you in?");
        await Expect(visitor.Turns.Last).ToHaveAttributeAsync("data-state", "failed");
        await Expect(visitor.Page.GetByText("Danny could not reply.")).ToBeVisibleAsync();
        await visitor.CheckAsync("interview-failed-360-Dark");
        Assert.Equal(["", "Hello Danny, what brings you in?"], (await visitor.StoredAsync())[1..].Reverse());

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(4);
        await visitor.WholeAsync();
        await visitor.SayAsync("How long has it been like that?");
        await visitor.SeesWhatIsStoredAsync();
        Assert.Equal(3, stub.RequestCount);
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_of_a_reply_comes_back_and_the_page_goes_on()
    {
        await using var server = await ServerProcess.StartAsync(TestContext.Current.CancellationToken);
        await using var visitor = await Visitor.ComeAsync(product.Browser, server.Address, 1280, ColorScheme.Light);
        await visitor.SignInAsync("Jonas Weber");
        await visitor.MeetAsync("Danny Kealoha");
        await visitor.SayAsync("Hello Danny, I'm Jonas.");
        await visitor.SendAsync("What brings you in today?");
        await Expect(visitor.Turns).ToHaveCountAsync(5);
        await visitor.AnsweringAsync();

        await server.KillAsync();
        await Expect(visitor.Page.GetByText("Connection lost.")).ToBeVisibleAsync();
        await server.StartAgainAsync(TestContext.Current.CancellationToken);

        await Expect(visitor.Page.GetByText("Connection lost.")).ToBeHiddenAsync();
        await Expect(visitor.Turns.Last).ToHaveAttributeAsync("data-state", "interrupted");
        await visitor.SeesWhatIsStoredAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(visitor.Turns).ToHaveCountAsync(6);
        await visitor.WholeAsync();
        await visitor.SayAsync("Thank you for coming.");
        await visitor.SeesWhatIsStoredAsync();
    }
}
