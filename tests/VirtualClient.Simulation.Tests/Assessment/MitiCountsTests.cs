using VirtualClient.Simulation.Assessment;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Assessment;

public sealed class MitiCountsTests
{
    [Fact]
    public void Ratios_are_exact()
    {
        var counts = Count(
            [LabelCode.OpenQuestion],
            [LabelCode.ClosedQuestion],
            [LabelCode.ClosedQuestion, LabelCode.SimpleReflection],
            [LabelCode.ComplexReflection],
            [LabelCode.SimpleReflection],
            [LabelCode.AdviceWithoutPermission],
            [LabelCode.Permission, LabelCode.Autonomy]
        );
        Assert.Equal((7, 3, 3), (counts.Turns, counts.Questions, counts.Reflections));
        Assert.Equal(
            (1m, 1m / 3, 1m / 3, 1m / 7),
            (counts.ReflectionsPerQuestion, counts.ComplexShare, counts.OpenShare, counts.AdviceRate)
        );
        Assert.Equal((2, 1), (counts.Adherent, counts.NonAdherent));
    }

    [Fact]
    public void Without_questions_or_reflections_there_is_no_ratio_and_no_zero()
    {
        var none = MitiCounts.Of([]);
        Assert.Equal((null, null, null, null), (none.ReflectionsPerQuestion, none.ComplexShare, none.OpenShare, none.AdviceRate));
        Assert.Equal((0m, null), (Count([LabelCode.OpenQuestion]).ReflectionsPerQuestion, Count([LabelCode.OpenQuestion]).ComplexShare));
        Assert.Null(Count([LabelCode.SimpleReflection]).ReflectionsPerQuestion);
        Assert.Equal(0m, Count([LabelCode.SimpleReflection]).ComplexShare);
    }

    [Fact]
    public void One_turn_alone_is_counted_exactly()
    {
        var question = Count([LabelCode.ClosedQuestion]);
        Assert.Equal((1, 1, 0), (question.Turns, question.Questions, question.Reflections));
        Assert.Equal((0m, null, 0m, 0m), (question.ReflectionsPerQuestion, question.ComplexShare, question.OpenShare, question.AdviceRate));

        var reflection = Count([LabelCode.ComplexReflection]);
        Assert.Equal(
            (null, 1m, null, 0m),
            (reflection.ReflectionsPerQuestion, reflection.ComplexShare, reflection.OpenShare, reflection.AdviceRate)
        );

        var both = Count([LabelCode.OpenQuestion, LabelCode.SimpleReflection]);
        Assert.Equal((1m, 0m, 1m, 0m), (both.ReflectionsPerQuestion, both.ComplexShare, both.OpenShare, both.AdviceRate));

        var advice = Count([LabelCode.AdviceWithoutPermission]);
        Assert.Equal((1m, 0, 1), (advice.AdviceRate, advice.Adherent, advice.NonAdherent));
    }

    [Fact]
    public void A_turn_gives_at_most_one_question_and_one_reflection()
    {
        var counts = Count([
            LabelCode.OpenQuestion,
            LabelCode.DoubleQuestion,
            LabelCode.SimpleReflection,
            LabelCode.ComplexReflection,
            LabelCode.Summary,
        ]);
        Assert.Equal((1, 0, 1), (counts.OpenQuestions, counts.ClosedQuestions, counts.LeadingOrDouble));
        Assert.Equal((0, 1), (counts.SimpleReflections, counts.ComplexReflections));
        Assert.Equal(1, Count([LabelCode.LeadingQuestion]).ClosedQuestions);
    }

    [Fact]
    public void Confronting_trumps_the_question_and_an_affirmation_the_reflection()
    {
        Assert.Equal((0, 1), Pair(Count([LabelCode.Confronting, LabelCode.OpenQuestion]), c => c.Questions, c => c.Confronting));
        Assert.Equal((0, 1), Pair(Count([LabelCode.Affirmation, LabelCode.ComplexReflection]), c => c.Reflections, c => c.Affirmations));
    }

    [Fact]
    public void Silence_the_clients_lines_and_what_was_not_analyzed_are_no_turns()
    {
        var counts = MitiCounts.Of([
            Interviews.Client(1, "Hello."),
            Interviews.Student(2, "(waits)", LabelCode.Silence),
            Interviews.Student(3, "Hola", LabelCode.NotAnalyzed),
            Interviews.Student(4, "Mhm.", LabelCode.Encourager),
        ]);
        Assert.Equal(1, counts.Turns);
    }

    private static MitiCounts Count(params LabelCode[][] turns) =>
        MitiCounts.Of([.. turns.Select((codes, i) => Interviews.Student(i + 1, "Words.", codes))]);

    private static (int, int) Pair(MitiCounts counts, Func<MitiCounts, int> one, Func<MitiCounts, int> other) =>
        (one(counts), other(counts));
}
