using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Debriefing;
using VirtualClient.Simulation.Tests.Turns;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Debriefing;

public sealed class FactOutcomeTests
{
    private static readonly Persona Open = TestPersonas.Plain with { Difficulty = Difficulty.Easy };

    [Fact]
    public void Every_fact_is_learned_approached_for_another_day_or_not_reached()
    {
        // On easy the client begins at 2.50: "shifts" opens when it is touched, "drinking" (3.0) stays closed, "court" is not for today.
        var report = new Meeting(Open)
            .Say("What happened with the shifts?", Turn.Of(LabelCode.OpenQuestion).About("shifts"))
            .Say("And the evenings?", Turn.Of(LabelCode.ClosedQuestion).About("drinking"))
            .Say("And the court?", Turn.Of(LabelCode.ClosedQuestion).About("court"))
            .Report;
        var learned = One(report, "shifts");
        Assert.Equal((FactStanding.Learned, 1, null), (learned.Standing, learned.Turn, learned.WouldOpen));
        Assert.Equal("Told at turn 1, when you asked openly.", learned.How);
        var near = One(report, "drinking");
        Assert.Equal((FactStanding.Approached, 2), (near.Standing, near.Turn));
        Assert.Equal("You came near it at turn 2, before there was enough between you.", near.How);
        Assert.Equal("Needs Dana to be open and opens when the theme is touched and nothing is pressed.", near.WouldOpen);
        Assert.Equal(FactStanding.NotToday, One(report, "court").Standing);
        Assert.Equal("It came near at turn 3 and was not for today.", One(report, "court").How);
        Assert.Equal((FactStanding.NotReached, null), (One(report, "father").Standing, One(report, "father").Turn));
        Assert.Equal(Open.Disclosures.Count, report.Facts.Count);
    }

    [Fact]
    public void What_has_to_come_first_is_named_by_its_theme() =>
        Assert.StartsWith(
            "Comes after “Theme arrears”",
            One(new Meeting(Open).Say(LabelCode.OpenQuestion).Report, "sister").WouldOpen,
            StringComparison.Ordinal
        );

    [Fact]
    public void No_sentence_about_a_closed_fact_gives_it_away()
    {
        foreach (var (_, persona) in BuiltInClients.All.Select(client => (client.Key, client.Persona)))
        {
            var report = new Meeting(persona).Say(LabelCode.OpenQuestion).Say(LabelCode.Confronting).Report;
            foreach (var fact in persona.Disclosures)
            {
                var shown = report.Facts.Select(outcome => $"{outcome.Title} {outcome.How} {outcome.WouldOpen}");
                Assert.DoesNotContain(shown, text => text.Contains(fact.Fact, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Theory]
    [InlineData(new[] { RiskItem.SuicidalThoughts }, false, SafetyClarity.Direct)]
    [InlineData(new[] { RiskItem.Violence }, false, SafetyClarity.Beside)]
    [InlineData(new[] { RiskItem.SuicidalThoughts }, true, SafetyClarity.Leading)]
    public void Where_risk_was_carried_it_is_told_how_clearly_safety_was_asked_about(RiskItem[] items, bool leading, SafetyClarity clarity)
    {
        var asking = Turn.Asking(items);
        var signals = leading
            ? asking with
            {
                Labels = [new TurnLabel(LabelCode.SafetyQuestion, "", "test"), new TurnLabel(LabelCode.LeadingQuestion, "", "test")],
            }
            : asking;
        Assert.Equal(clarity, new Meeting(TestPersonas.AtRisk).Say("Asked.", signals).Report.Safety!.Clarity);
    }

    [Fact]
    public void Not_asking_where_risk_was_carried_is_told_and_where_there_was_none_nothing_is()
    {
        Assert.Equal(SafetyClarity.NotAsked, new Meeting(TestPersonas.AtRisk).Say(LabelCode.OpenQuestion).Report.Safety!.Clarity);
        Assert.Null(new Meeting(TestPersonas.Plain).Say(LabelCode.OpenQuestion).Report.Safety);
    }

    [Fact]
    public void Limits_are_timely_before_the_first_sensitive_fact_late_after_it_and_missing_when_never_said()
    {
        var told = Turn.Of(LabelCode.OpenQuestion).About("drinking");
        var limits = Turn.Of(LabelCode.LimitsOfConfidentiality);
        var ready = Open with { Disclosures = [.. Open.Disclosures.Select(fact => fact with { Level = 1.0m })] };
        Assert.Equal(DutyTiming.Timely, Limits(new Meeting(ready).Say("a", limits).Say("b", told)));
        Assert.Equal(DutyTiming.Late, Limits(new Meeting(ready).Say("b", told).Say("a", limits)));
        Assert.Equal(DutyTiming.Missing, Limits(new Meeting(ready).Say("b", told)));
        Assert.Equal(
            [OpeningDuty.Purpose],
            new Meeting(ready with { KindOfInterview = InterviewKind.Review }).Report.Duties.Select(d => d.Duty)
        );
    }

    [Fact]
    public void A_late_introduction_is_late_by_its_turn()
    {
        var duty = new Meeting(Open)
            .Say(LabelCode.OpenQuestion)
            .Say(LabelCode.OpenQuestion)
            .Say(LabelCode.Introduction)
            .Report.Duties.Single(d => d.Duty == OpeningDuty.Introduction);
        Assert.Equal((DutyTiming.Late, 3), (duty.Timing, duty.Turn));
    }

    private static DutyTiming Limits(Meeting meeting) => meeting.Report.Duties.Single(duty => duty.Duty == OpeningDuty.Limits).Timing;

    private static FactOutcome One(SessionReport report, string id) => report.Facts.Single(fact => fact.Id == id);
}
