using VirtualClient.Simulation.Client;
using VirtualClient.Web.Features.ClientProfiles;

namespace VirtualClient.Web.Features.Progress;

/// <summary>Whom to meet next: somebody new, as demanding as the practice so far carries, of a kind of interview not tried yet.</summary>
internal static class SuggestClient
{
    private const int GentleUntil = 3;
    private const int ModerateUntil = 8;

    /// <param name="library">The clients there are, in their order.</param>
    /// <param name="met">Clients met in practice.</param>
    /// <param name="practiced">Ended practice conversations.</param>
    public static NextClientView? Next(IReadOnlyList<StudentClient> library, IReadOnlySet<Guid> met, int practiced)
    {
        if (practiced == 0 && library.FirstOrDefault(client => client.StartHere && !met.Contains(client.Id)) is { } first)
        {
            return new NextClientView(first.Id, first.Name, "A first conversation of about 10 minutes with nothing heavy in it.");
        }

        var wanted =
            practiced < GentleUntil ? Difficulty.Easy
            : practiced < ModerateUntil ? Difficulty.Moderate
            : Difficulty.Hard;
        var kinds = library.Where(client => met.Contains(client.Id)).Select(client => client.KindOfInterview).ToHashSet();
        var next = library
            .Where(client => !met.Contains(client.Id))
            .OrderBy(client => Math.Abs((int)client.Difficulty - (int)wanted))
            .ThenBy(client => kinds.Contains(client.KindOfInterview))
            .FirstOrDefault();
        return next is null ? null : new NextClientView(next.Id, next.Name, Why(next, kinds));
    }

    private static string Why(StudentClient client, HashSet<InterviewKind> kinds)
    {
        var pace = client.Difficulty switch
        {
            Difficulty.Easy => "a gentle one",
            Difficulty.Moderate => "a step up from gentle",
            _ => "a demanding one",
        };
        var kind = ClientWords.Of(client.KindOfInterview).ToLowerInvariant();
        return kinds.Contains(client.KindOfInterview)
            ? $"You have not met {client.Name} yet, and this is {pace}."
            : $"You have not tried this kind of interview yet ({kind}), and this is {pace}.";
    }
}
