using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Bench.Simulation.Written;

/// <summary>Scripted students who type. They see what a student sees: the last replies, and topics a referral would suggest.</summary>
internal static class Students
{
    private static readonly string[] Closed =
    [
        "Do you have any problems with {0}?",
        "Is {0} a problem right now?",
        "Has {0} changed lately?",
        "Are you worried about {0}?",
    ];

    private static readonly string[] Advice =
    [
        "You should sort out {0} first.",
        "You need to make a plan for {0} and stick to it.",
        "What you should do is call somebody about {0} today.",
        "You have to stop putting off {0}.",
    ];

    private static readonly string[] Blame =
    [
        "You brought this on yourself with {0}, didn't you.",
        "That's just an excuse. You don't care about {0}.",
        "You're not being honest with me about {0}.",
        "It's your own fault that {0} got this bad.",
    ];

    private static readonly string[] Open =
    [
        "What has it been like with {0}?",
        "How are things with {0} these days?",
        "Could you tell me a little more about {0}?",
        "What matters most to you about {0}?",
        "What goes through your mind when it comes to {0}?",
    ];

    // {1} is a word of the client's last reply: what makes a reflection theirs.
    private static readonly string[] Simple =
    [
        "So there's {1}, and {0} beside it.",
        "It's about {1}, mostly, and some about {0}.",
        "You've had {1} to deal with, and {0} too.",
        "{1}. And {0}.",
        "You'd rather not have {1} hanging over you, or {0}.",
    ];

    private static readonly string[] Complex =
    [
        "You've been holding {1} and {0} on your own, and you're tired of being the one who copes.",
        "Part of you wants {1} settled, and part of you is afraid of what comes with {0}.",
        "You're scared of what {1} could mean for {0}.",
        "You're hurt by {1}, and you wonder what {0} says about you.",
        "Underneath {1} you're worn out, and {0} makes you feel alone.",
    ];

    private static readonly string[] Validating =
    [
        "That sounds really hard. Anyone would feel worn down by {1}, with {0} on top.",
        "It makes sense that {1} gets to you, and {0} too.",
        "No wonder you're tired, with {1} and then {0}.",
        "I can see why {1} would hurt, and {0} with it.",
    ];

    private static readonly string[] Affirming =
    [
        "You kept going with {0} when it would have been easier to quit.",
        "It took courage to tell me about {0}.",
        "You've worked hard to hold {0} together.",
    ];

    private static readonly string[][] SkilledMoves =
    [
        Open,
        Simple,
        Complex,
        Validating,
        Complex,
        Open,
        Simple,
        Affirming,
        Complex,
        Validating,
    ];

    public static string Skilled(WrittenSeat seat)
    {
        var fact = FactFor(seat);
        if (fact.Risk is { } risk && !seat.State.Opened.ContainsKey(fact.Id))
        {
            return Answer(seat) + SafetyWords.Ask(risk);
        }

        var told = seat.Last is { Opening.Count: > 0 } ? seat.Persona.Disclosures.First(f => f.Id == seat.Last.Opening[^1]) : null;
        var move = told is not null ? Validating : SkilledMoves[(seat.Turn - 1) % SkilledMoves.Length];
        var presses = seat.State.Approached.TryGetValue(fact.Id, out var at) && seat.Turn - at <= 3;
        return Answer(seat) + Say(presses && move == Open ? Simple : move, seat, Word(told ?? fact, seat.Turn));
    }

    public static string ClosedOnly(WrittenSeat seat) => Say(Closed, seat, Word(PlainFactFor(seat), seat.Turn));

    public static string AdviceGiver(WrittenSeat seat) => Say(Advice, seat, Word(PlainFactFor(seat), seat.Turn));

    public static string Confronter(WrittenSeat seat) =>
        Say(seat.Turn % 2 == 1 ? Blame : Closed, seat, Word(PlainFactFor(seat), seat.Turn));

    /// <summary>"It sounds like" and the client's last words, every time.</summary>
    public static string Parrot(WrittenSeat seat)
    {
        var words = seat.Heard.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Contains('*')).TakeLast(8);
        return $"It sounds like {string.Join(' ', words).TrimEnd('.', '?', '!')}.";
    }

    public static string Screener(WrittenSeat seat) =>
        seat.Turn <= 4 ? Skilled(seat) : Answer(seat) + SafetyWords.Ask((RiskItem)((seat.Turn - 5) % 8));

    /// <summary>Who asks in passing does not ask about danger: the word alone would be a direct question.</summary>
    private static Disclosure PlainFactFor(WrittenSeat seat)
    {
        var plain = seat.Persona.Disclosures.Where(fact => fact.Pace == Pace.Today && fact.Risk is null).ToList();
        return plain[(seat.Turn - 1) % plain.Count];
    }

    private static Disclosure FactFor(WrittenSeat seat)
    {
        var today = seat.Persona.Disclosures.Where(fact => fact.Pace == Pace.Today).ToList();
        return today[(seat.Turn - 1) % today.Count];
    }

    private static string Say(string[] ways, WrittenSeat seat, string topic)
    {
        var said = string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            ways[seat.Turn * 7 % ways.Length],
            topic,
            Detail(seat.Heard)
        );
        return char.ToUpperInvariant(said[0]) + said[1..];
    }

    /// <summary>A plain word that leads to the fact; another one each time round.</summary>
    private static string Word(Disclosure fact, int turn)
    {
        var plain = fact.Topics.Where(topic => !topic.Contains('_')).Take(3).ToList();
        return plain.Count == 0 ? "this" : "the " + plain[turn / 7 % plain.Count];
    }

    private static string Answer(WrittenSeat seat) => seat.Heard.Contains('?') ? "I don't know yet, and I'll find out for you. " : "";

    /// <summary>The longest plain word of what was just said, gestures left out.</summary>
    private static string Detail(string heard)
    {
        var spoken = string.Concat(heard.Split('*').Where((_, i) => i % 2 == 0));
        var word = spoken
            .Split([' ', '.', ',', '?', '!', ';', ':', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Length >= 4 && part.All(char.IsAsciiLetter))
            .OrderByDescending(part => part.Length)
            .FirstOrDefault();
        return word is null ? "all of it" : "the " + word.ToLowerInvariant();
    }
}
