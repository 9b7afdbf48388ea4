using VirtualClient.Simulation.Client;

namespace VirtualClient.Simulation.Tests.Client;

/// <summary>What must be true of the built-in clients side by side, so that the collection teaches no stereotype.</summary>
public sealed class BuiltInClientsTogetherTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Persona> Clients = [.. BuiltInClients.All.Select(client => client.Persona)];

    [Fact]
    public void The_matrix_of_who_is_met_with_what_can_be_read()
    {
        foreach (var (key, p) in BuiltInClients.All)
        {
            output.WriteLine(
                $"{key, -18} {p.Race, -23} {p.Gender, -7} {p.Age, 3} {p.SocioeconomicStatus, -18} {Codes.Of(p.Difficulty), -8} "
                    + $"{Codes.Of(p.Style), -15} {Codes.Of(p.KindOfInterview), -24} {List(p.Issues)} | {List(p.Traits)} "
                    + $"| +{List(p.BuildsTrust.More)} -{List(p.BuildsTrust.Less)}"
            );
        }

        Assert.Equal(12, Clients.Count);
        Assert.Equal(12, BuiltInClients.All.Select(client => client.Key).Distinct().Count());
        Assert.Equal(12, Clients.Select(client => client.Name).Distinct().Count());
    }

    [Fact]
    public void Four_are_easy_four_moderate_and_four_hard() =>
        Assert.All(Enum.GetValues<Difficulty>(), difficulty => Assert.Equal(4, Clients.Count(client => client.Difficulty == difficulty)));

    [Fact]
    public void Exactly_one_client_is_the_place_to_start_and_it_is_the_first_and_light()
    {
        var start = Assert.Single(Clients, client => client.StartHere);

        Assert.Same(Clients[0], start);
        Assert.Equal(Difficulty.Easy, start.Difficulty);
        Assert.Null(start.ContentNote);
        Assert.DoesNotContain(start.Disclosures, fact => fact.Risk is not null);
    }

    [Fact]
    public void Whoever_carries_risk_comes_with_a_content_note() =>
        Assert.All(
            Clients.Where(client => client.Disclosures.Any(fact => fact.Risk is not null)),
            client => Assert.False(string.IsNullOrWhiteSpace(client.ContentNote), client.Name)
        );

    [Fact]
    public void Hard_meetings_are_not_kept_for_the_poor() =>
        Assert.Contains(
            Clients,
            client => client.SocioeconomicStatus is "Upper middle class" or "Wealthy" && client.Difficulty == Difficulty.Hard
        );

    [Fact]
    public void Ages_genders_races_and_classes_differ()
    {
        Assert.True(Clients.Select(client => client.Race).Distinct().Count() >= 6);
        Assert.True(Clients.Select(client => client.Gender).Distinct().Count() >= 2);
        Assert.True(Clients.Select(client => client.SocioeconomicStatus).Distinct().Count() >= 4);
        Assert.Contains(Clients, client => client.Age < 18);
        Assert.Contains(Clients, client => client.Age > 65);
    }

    [Fact]
    public void No_two_clients_are_won_in_the_same_way()
    {
        var ways = Clients.Select(client => $"{List(client.BuildsTrust.More.Order())} / {List(client.BuildsTrust.Less.Order())}");

        Assert.Empty(ways.GroupBy(way => way).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Every_issue_is_met_by_some_client()
    {
        var met = Clients.SelectMany(client => client.Issues).ToHashSet();

        Assert.Equal(Enum.GetValues<Issue>().ToHashSet(), met);
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
    public void Every_communication_style_can_be_practiced() =>
        Assert.Empty(Enum.GetValues<CommunicationStyle>().Except(Clients.Select(client => client.Style)));

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

    private static string List<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(',', values.Select(Codes.Of));

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
