using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>What stands beside a test.</summary>
/// <param name="Voice">Who speaks, in words.</param>
/// <param name="BuiltInSpeaks">The built-in voice speaks, which follows only some principles.</param>
/// <param name="Principles">Of the teacher's own client; empty for one that is not.</param>
public sealed record TestPanelView(TestView Test, string Voice, bool BuiltInSpeaks, IReadOnlyList<PrincipleView> Principles)
{
    /// <summary>Title of a fact by its id.</summary>
    internal string TitleOf(string id) => Test.Persona.Disclosures.FirstOrDefault(d => d.Id == id)?.Title ?? id;
}

internal sealed class TestPanelModel(AppDbContext db, ReadTest read, PrincipleBook books, RouteChoices routes)
{
    public async Task<TestPanelView> LoadAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        await OfAsync(user, await read.ReportAsync(user, id, cancellationToken), cancellationToken);

    public async Task<TestPanelView> OfAsync(CurrentUser user, TestReport report, CancellationToken cancellationToken)
    {
        var clientId = report.Test.ClientProfileId;
        var client = await db.Set<ClientProfile>()
            .AsNoTracking()
            .FirstOrDefaultAsync(c => c.Id == clientId && c.OwnerId == user.Id, cancellationToken);
        var principles = client is null ? [] : await books.ListAsync(user, client, cancellationToken);
        var choices = await routes.ListAsync(cancellationToken);
        var chosen =
            choices.FirstOrDefault(c => string.Equals(c.Name, report.Test.Route ?? "", StringComparison.OrdinalIgnoreCase)) ?? choices[0];
        return new TestPanelView(TestView.Of(report, client is not null), chosen.Words, chosen.IsBuiltIn, principles);
    }
}

/// <summary>How a stance is put to a teacher.</summary>
internal static class StanceWords
{
    public static string Of(Stance? stance) =>
        stance switch
        {
            null => "Not met yet",
            Stance.OpensUp => "Opens up",
            Stance.AnswersBriefly => "Answers briefly",
            Stance.TestsTheWorker => "Tests the worker",
            Stance.ChangesSubject => "Changes the subject",
            Stance.Minimizes => "Makes it small",
            Stance.Intellectualizes => "Talks about it, not from it",
            Stance.Bristles => "Bristles",
            Stance.GoesQuiet => "Goes quiet",
            Stance.CompliesWithoutEngaging => "Goes along without engaging",
            Stance.SeeksReassurance => "Seeks reassurance",
            _ => "Corrects the worker",
        };
}
