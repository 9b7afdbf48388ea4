using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Models;
using VirtualClient.Simulation.Turns;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>What a teacher chooses for a test. What is left out stays as it is; an empty text goes back to how it is without a choice.</summary>
public class TestSettingsInput
{
    public const int PromptMax = 24_000;

    /// <summary>The name of a route, or "built-in".</summary>
    [StringLength(60)]
    public string? ModelRoute { get; set; }

    [StringLength(PromptMax, ErrorMessage = "A prompt is at most 24,000 characters.")]
    public string? PromptOverride { get; set; }

    internal string? RouteAfter(Conversation test) => ModelRoute is null ? test.Route : Chosen(ModelRoute);

    internal string? PromptAfter(Conversation test) => PromptOverride is null ? test.PromptOverride : Chosen(PromptOverride);

    private static string? Chosen(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>Changes model and prompt of a test before its first message.</summary>
internal sealed class TestSettings(AppDbContext db, WriteGate gate, ModelCatalog catalog)
{
    public async Task HandleAsync(CurrentUser user, Guid id, TestSettingsInput input, CancellationToken cancellationToken)
    {
        RequireKnown(catalog, input.ModelRoute);
        var test =
            await db.Set<Conversation>().VisibleTo(user).FirstOrDefaultAsync(c => c.Id == id && c.IsTest, cancellationToken)
            ?? throw DomainException.NotFound();
        test.ChooseSettings(input.RouteAfter(test), input.PromptAfter(test));
        try
        {
            await gate.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The first message came in at the same moment, and with it the lock.
            await db.Entry(test).ReloadAsync(cancellationToken);
            test.ChooseSettings(input.RouteAfter(test), input.PromptAfter(test));
            await gate.SaveAsync(db, cancellationToken);
        }
    }

    public static void RequireKnown(ModelCatalog catalog, string? route)
    {
        if (route is { Length: > 0 } and not TurnRequest.BuiltInRoute && catalog.Find(route) is null)
        {
            throw new DomainException("unknown-route", $"There is no route \"{route}\". GET /api/v1/models lists them.");
        }
    }

    /// <summary>Starting a test that is under way resumes it; with other settings than it has that would drop them in silence.</summary>
    public static void RequireSame(Conversation active, StartConversationInput input)
    {
        var other =
            (input.ModelRoute is { Length: > 0 } route && route != active.Route)
            || (input.PromptOverride is { Length: > 0 } prompt && prompt != active.PromptOverride);
        if (other)
        {
            throw new DomainException(
                "settings-locked",
                "A test with this client is under way with other settings. Restart that test with these, or end it first."
            )
            {
                Details = new Dictionary<string, object?> { ["conversationId"] = active.Id },
            };
        }
    }
}
