using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Tests.Turns;

namespace VirtualClient.Simulation.Tests.Debriefing;

/// <summary>The client's own words in another wording.</summary>
public sealed class ClientQuoteTests
{
    [Theory]
    [InlineData("*grins* Honestly? I lost my sitter.", "You lost your sitter")]
    [InlineData("I mean, I'm tired all the time.", "You’re tired all the time")]
    [InlineData("I was told it's mine to carry.", "You were told it's yours to carry")]
    [InlineData("My father calls me a starter.", "Your father calls you a starter")]
    public void A_sentence_about_oneself_is_turned_to_the_client(string heard, string you) =>
        Assert.Equal(you, ClientQuote.From(TestPersonas.Plain, [heard]).You);

    [Theory]
    [InlineData("We never had that at home.")]
    [InlineData("I told you about the letter.")]
    [InlineData("Nobody came to the door for weeks.")]
    public void What_cannot_be_turned_safely_is_quoted_only(string heard)
    {
        var quote = ClientQuote.From(TestPersonas.Plain, [heard]);
        Assert.Equal(($"“{heard}”", null), (quote.Quote, quote.You));
    }

    [Theory]
    [InlineData("I guess. *looks away*")]
    [InlineData("What would you do?")]
    [InlineData("Yes.")]
    [InlineData("")]
    public void Where_there_is_nothing_to_take_up_the_wording_stands_alone(string heard)
    {
        var quote = ClientQuote.From(TestPersonas.Plain, [heard]);
        Assert.Null(quote.Quote);
        Assert.Equal("What is that like?", quote.Fill("[You said: {quote} ]What is that like?"));
        Assert.Equal("That sounds like a lot.", quote.Fill("[{you}.]"));
    }

    [Fact]
    public void A_sentence_with_a_feeling_is_taken_before_others() =>
        Assert.Equal(
            "“I'm scared of the letter.”",
            ClientQuote
                .From(TestPersonas.Plain, ["The bus was late today again. I'm scared of the letter. It came on Monday morning."])
                .Quote
        );

    [Fact]
    public void The_line_a_client_opens_with_is_nothing_to_take_up() =>
        Assert.Null(
            ClientQuote
                .From(TestPersonas.Plain with { OpeningLine = "I have a pass. Is this the room?" }, ["I have a pass. Is this the room?"])
                .Quote
        );

    [Fact]
    public void Every_own_word_of_every_client_makes_wordings_without_a_loose_end()
    {
        foreach (
            var said in BuiltInClients.All.SelectMany(client =>
                client.Persona.Disclosures.SelectMany(fact => fact.OwnWords.Select(words => (client.Persona, Words: words)))
            )
        )
        {
            var quote = ClientQuote.From(said.Persona, [said.Words]);
            foreach (var words in Enum.GetValues<Trouble>().Select(TroubleWords.Of))
            {
                foreach (var wording in new[] { quote.Fill(words.Plain), quote.Fill(words.Reflective) })
                {
                    Assert.DoesNotMatch(@"[\[\]{}*]|  |\.\.(?!\.)|^\W*$|, and (?!I\b)[A-Z]", wording);
                    Assert.True(char.IsUpper(wording.TrimStart('“')[0]), wording);
                }
            }
        }
    }
}
