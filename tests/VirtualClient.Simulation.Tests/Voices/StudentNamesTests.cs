using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

public sealed class StudentNamesTests
{
    [Fact]
    public void A_students_name_is_in_no_part_of_a_prompt_and_comes_back_in_the_reply()
    {
        var turn = Given.Turn(
            "I'm Priya Raman, from the center.",
            Given.Client("Hi."),
            Given.Student("PRIYA here."),
            Given.Client("Okay, Priya.")
        ) with
        {
            StudentNames = ["Priya Raman"],
        };
        var prompt = PromptBuilder.Build(Given.Request(Given.Plan with { Echoes = ["Priya"] }, turn));
        Assert.DoesNotContain("priya", prompt.AllText, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("raman", prompt.AllText, StringComparison.OrdinalIgnoreCase);

        var names = new StudentNames(["Priya Raman"], Given.Nora);
        var hidden = names.Hide("So, Priya Raman. Priya's form?");
        Assert.DoesNotContain("Priya", hidden);
        Assert.Equal("So, Priya Raman. Priya's form?", names.Restore(hidden));
    }

    [Fact]
    public void A_name_is_put_back_however_the_stream_is_cut()
    {
        var names = new StudentNames(["Priya Raman"], Given.Nora);
        var hidden = names.Hide("Okay, Priya. Ms. Raman, I mean. A bell.");
        for (var first = 0; first <= hidden.Length; first++)
        {
            for (var second = first; second <= hidden.Length; second += 3)
            {
                var stream = names.Stream();
                var whole =
                    stream.Push(hidden[..first]) + stream.Push(hidden[first..second]) + stream.Push(hidden[second..]) + stream.Flush();
                Assert.Equal("Okay, Priya. Ms. Raman, I mean. A bell.", whole);
            }
        }
    }

    [Fact]
    public void A_name_that_is_also_a_word_is_left_where_it_is_the_word()
    {
        var names = new StudentNames(["Will Park"], Given.Nora);
        Assert.Equal("Will you tell me? I will.", names.Hide("Will you tell me? I will."));
        Assert.DoesNotContain("Will", names.Hide("My name is Will."));
    }

    [Fact]
    public void The_part_of_a_name_that_is_the_clients_too_stays()
    {
        var names = new StudentNames(["Nora Ibarra"], Given.Nora);
        var hidden = names.Hide("Nora, I am Nora Ibarra.");
        Assert.StartsWith("Nora, I am Nora ", hidden);
        Assert.DoesNotContain("Ibarra", hidden);
    }

    [Fact]
    public void Without_names_nothing_is_held_back()
    {
        var stream = new StudentNames([], Given.Nora).Stream();
        Assert.Equal("Ard", stream.Push("Ard"));
        Assert.Equal("", stream.Flush());
    }
}
