using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

public sealed class RestartTestInput : TestSettingsInput
{
    /// <summary>The client decides as before wherever the turns are the same; otherwise it draws anew.</summary>
    public bool SameSeed { get; set; }
}

/// <summary>Ends a test if it still runs and begins another with the same client as it is now, with the same settings or with changed ones.</summary>
internal sealed class RestartTest(ReadConversations read, EndConversation end, StartConversation start)
{
    public async Task<Conversation> HandleAsync(CurrentUser user, Guid id, RestartTestInput input, CancellationToken cancellationToken)
    {
        var test = await read.FindAsync(user, id, cancellationToken);
        if (!test.IsTest)
        {
            throw DomainException.NotFound();
        }

        var again = new StartConversationInput
        {
            ClientId = test.ClientProfileId,
            Test = true,
            ModelRoute = input.RouteAfter(test),
            PromptOverride = input.PromptAfter(test),
        };
        // Nothing is ended before it is known that the next one can begin.
        await start.RequireReadyAsync(user, again, cancellationToken);
        await end.HandleAsync(user, id, new EndConversationInput(), EndReason.Student, cancellationToken);
        var seed = input.SameSeed ? unchecked((ulong)test.Seed) : (ulong?)null;
        return (await start.HandleAsync(user, again, cancellationToken, seed)).Conversation;
    }
}
