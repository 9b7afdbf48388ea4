using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Voices;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <param name="Prompt">The part of the prompt that stays the same through the test, as the next reply is made with.</param>
/// <param name="PromptEdited">It is a teacher's edit.</param>
/// <param name="Locked">Something was said, so model and prompt stay as they are.</param>
public sealed record TestSettingsView(string? ModelRoute, string Prompt, bool PromptEdited, bool Locked);

/// <summary>A test as its teacher gets it: state now, every turn with its labels, facts, use, settings, principles.</summary>
public sealed record TestView(
    Guid Id,
    Guid ClientId,
    string ClientName,
    bool OwnClient,
    ConversationStatus Status,
    decimal Trust,
    decimal Distress,
    decimal Engagement,
    Stance? Stance,
    TestRupture? Rupture,
    IReadOnlyList<TestTurn> Turns,
    IReadOnlyList<TestFact> Facts,
    TestTotals Totals,
    TestSettingsView Settings,
    IReadOnlyList<string> Principles
)
{
    [JsonIgnore]
    public Persona Persona { get; init; } = null!;

    internal static TestView Of(TestReport report, bool ownClient)
    {
        var (test, state) = (report.Test, report.State);
        return new TestView(
            test.Id,
            test.ClientProfileId,
            test.ClientName,
            ownClient,
            test.Status,
            state.Trust,
            state.DistressTenths / 10m,
            state.EngagementHundredths / 100m,
            report.Stance,
            state.Rupture is { } rupture ? new TestRupture(rupture.Turn, rupture.Cause, rupture.RepairedAt) : null,
            report.Turns,
            report.Facts,
            report.Totals,
            new TestSettingsView(test.Route, PromptOf(test), test.PromptOverride is not null, test.AreSettingsLocked),
            test.Persona.Principles
        )
        {
            Persona = test.Persona,
        };
    }

    /// <summary>What a teacher edits: everything but the principles, which come after it whatever the edit is.</summary>
    internal static string EditableOf(Conversation test) =>
        test.PromptOverride ?? PromptBuilder.StablePart(test.Persona with { Principles = [] });

    private static string PromptOf(Conversation test) =>
        test.PromptOverride is { } edited ? PromptBuilder.StablePart(test.Persona, edited) : PromptBuilder.StablePart(test.Persona);
}

/// <summary>Reads one test, or two to compare, with everything that was stored of their turns.</summary>
internal sealed class ReadTest(AppDbContext db)
{
    public async Task<TestView> ViewAsync(CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(user, id, cancellationToken);
        return TestView.Of(report, await IsOwnAsync(user, report.Test.ClientProfileId, cancellationToken));
    }

    /// <exception cref="DomainException">Not there, not yours, or no test.</exception>
    public async Task<TestReport> ReportAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        (await ReportsAsync(user, [id], cancellationToken))[0];

    public async Task<IReadOnlyList<TestReport>> ReportsAsync(
        CurrentUser user,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var tests = await db.Set<Conversation>()
            .AsNoTracking()
            .VisibleTo(user)
            .Where(c => ids.Contains(c.Id) && c.IsTest)
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        if (ids.Any(id => !tests.ContainsKey(id)))
        {
            throw DomainException.NotFound();
        }

        var messages = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => ids.Contains(m.ConversationId))
            .OrderBy(m => m.Sequence)
            .ToListAsync(cancellationToken);
        var byTest = messages.ToLookup(m => m.ConversationId);
        return [.. ids.Select(id => TestReport.Of(tests[id], [.. byTest[id]]))];
    }

    public Task<bool> IsOwnAsync(CurrentUser user, Guid clientId, CancellationToken cancellationToken) =>
        db.Set<ClientProfile>().AnyAsync(c => c.Id == clientId && c.OwnerId == user.Id, cancellationToken);
}
