using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Tests.Client;

/// <summary>What must be true of the built-in clients side by side, so that the collection teaches no stereotype.</summary>
public sealed class BuiltInClientsTogetherTests
{
    private static readonly IReadOnlyList<Persona> Clients = [.. BuiltInClients.All.Select(client => client.Persona)];

    [Fact]
    public void Every_issue_is_met_by_some_client()
    {
        var met = Clients.SelectMany(client => client.Issues).ToHashSet();

        Assert.Empty(Enum.GetValues<Issue>().Where(issue => !met.Contains(issue)));
    }

    [Fact]
    public void No_group_of_color_carries_more_than_one_of_the_burdens_people_expect_of_it()
    {
        foreach (var group in Clients.Where(client => client.Race != "White").GroupBy(client => client.Race))
        {
            var burdens = group.SelectMany(Burdens).ToList();

            Assert.True(burdens.Count <= 1, $"{group.Key}: {string.Join(", ", burdens)}");
        }
    }

    [Fact]
    public void Trouble_is_not_only_for_the_poor() =>
        Assert.True(Clients.Count(client => client.SocioeconomicStatus is "Upper middle class" or "Wealthy") >= 2);

    [Fact]
    public void White_men_are_among_the_hardest_to_reach() =>
        Assert.True(
            Clients.Count(client =>
                client is { Race: "White", Gender: "Male" }
                && (client.Difficulty == Difficulty.Hard || client.Disclosures.Any(fact => fact.Risk is not null))
            ) >= 2
        );

    [Fact]
    public void Some_things_are_left_for_another_day() =>
        Assert.Contains(Clients, client => client.Disclosures.Any(fact => fact.Pace == Pace.NotToday));

    [Fact]
    public void Every_difficulty_and_at_least_eight_styles_can_be_practiced()
    {
        Assert.Equal(Enum.GetValues<Difficulty>().Order(), Clients.Select(client => client.Difficulty).Distinct().Order());
        Assert.True(Clients.Select(client => client.Style).Distinct().Count() >= 8);
    }

    [Fact]
    public void No_two_clients_answer_in_the_same_words()
    {
        var said = Clients.SelectMany(client => client.Speech.Bristle.Concat(client.OwnQuestions));

        Assert.Empty(
            said.GroupBy(phrase => phrase, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key)
        );
    }

    [Fact]
    public void A_question_about_suicide_always_has_a_true_answer()
    {
        RiskItem[] items =
        [
            RiskItem.WishToBeDead,
            RiskItem.SuicidalThoughts,
            RiskItem.Method,
            RiskItem.Intent,
            RiskItem.Plan,
            RiskItem.Behavior,
        ];
        foreach (var client in Clients.Where(client => client.KindOfInterview == InterviewKind.Crisis))
        {
            Assert.All(
                items,
                item =>
                    Assert.True(
                        client.Disclosures.Any(fact => fact.Risk == item) || client.CleanNos.Any(no => no.Risk == item),
                        $"{client.Name}: {item}"
                    )
            );
        }
    }

    private static IEnumerable<string> Burdens(Persona client)
    {
        if (client.Traits.Contains(Trait.Aggressive))
        {
            yield return $"{client.Name} is quick to anger";
        }

        if (client.Traits.Contains(Trait.Suspicious))
        {
            yield return $"{client.Name} is suspicious";
        }

        if (client.Issues.Contains(Issue.SubstanceAbuse))
        {
            yield return $"{client.Name} uses substances";
        }

        if (client.Issues.Contains(Issue.DomesticViolence) || client.Disclosures.Any(fact => fact.Risk == RiskItem.Violence))
        {
            yield return $"{client.Name} lives with violence";
        }
    }
}
