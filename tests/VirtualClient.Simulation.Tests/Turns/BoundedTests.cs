using System.Text.Json;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Turns;

namespace VirtualClient.Simulation.Tests.Turns;

public sealed class BoundedTests
{
    [Fact]
    public void Every_state_stays_in_its_ranges_and_no_turn_moves_too_far()
    {
        ForEveryTurn(
            (persona, before, signals, step) =>
            {
                var after = step.State;
                Assert.InRange(after.TrustSteps, 20, 80);
                Assert.InRange(after.DistressTenths, 0, 100);
                Assert.InRange(after.EngagementHundredths, 0, 100);
                var change = after.Trust - before.Trust;
                Assert.InRange(change, signals.Has(LabelCode.BoundaryBreach) ? -1.0m : -0.5m, 0.5m);
                Assert.Equal(before.Turn + 1, after.Turn);
                Assert.InRange(after.Stances.Count, 1, 3);
            }
        );
    }

    [Fact]
    public void Persona_factors_change_the_speed_and_never_the_sign()
    {
        ForEveryTurn(
            (persona, before, signals, step) =>
            {
                var sum = step.Moves.Sum(move => move.Amount);
                var plain = Math.Sign(sum);
                var moved = Math.Sign(step.State.TrustSteps - before.TrustSteps);
                var stuck = before.TrustSteps == (plain > 0 ? 80 : 20);
                // A net loss of less than a step may round to nothing; a net gain never does.
                var tiny = sum is < 0m and > -0.05m && moved == 0;
                Assert.True(moved == plain || stuck || tiny, $"moves say {plain}, trust went {moved}");
            }
        );
    }

    [Fact]
    public void No_stance_comes_three_times_running()
    {
        ForEveryTurn(
            (_, before, _, step) =>
                Assert.False(before.Stances.Count >= 2 && before.Stances[^1] == step.Stance && before.Stances[^2] == step.Stance)
        );
    }

    [Fact]
    public void Asking_calmly_about_safety_never_raises_distress()
    {
        var asked = 0;
        ForEveryTurn(
            (_, before, signals, step) =>
            {
                var calm =
                    signals.AskedAbout.Count > 0 && step.Moves.All(move => move.Amount > 0m) && !signals.Has(LabelCode.LeadingQuestion);
                asked += calm ? 1 : 0;
                Assert.True(!calm || step.State.DistressTenths <= before.DistressTenths);
            }
        );
        Assert.InRange(asked, 100, int.MaxValue);
    }

    [Fact]
    public void Equal_inputs_give_equal_states_and_a_branch_leaves_the_original_as_it_was()
    {
        ForEveryTurn(
            (persona, before, signals, step) =>
            {
                var json = JsonSerializer.Serialize(before, SimulationJson.Options);
                var again = StateEngine.Next(persona, before, signals);
                Assert.Equal(step.State, again.State);
                Assert.Equal(step.State.GetHashCode(), again.State.GetHashCode());
                _ = StateEngine.Next(persona, before, Turn.Of(LabelCode.BoundaryBreach));
                Assert.Equal(json, JsonSerializer.Serialize(before, SimulationJson.Options));
            },
            sequences: 60
        );
    }

    [Fact]
    public void A_state_comes_back_from_storage_as_it_went()
    {
        ForEveryTurn(
            (persona, _, _, step) =>
            {
                var json = JsonSerializer.Serialize(step.State, SimulationJson.Options);
                var back = JsonSerializer.Deserialize<ClientState>(json, SimulationJson.Options);
                Assert.Equal(step.State, back);
                Assert.Equal(json, JsonSerializer.Serialize(back, SimulationJson.Options));
            },
            sequences: 60
        );
    }

    [Fact]
    public void Only_name_gender_race_age_or_means_changed_gives_the_same_path()
    {
        for (var sequence = 0; sequence < 200; sequence++)
        {
            var turns = new RandomTurns(sequence);
            var persona = turns.Person(TestPersonas.Plain, TestPersonas.AtRisk);
            var other = persona with
            {
                Name = "Someone Else",
                Gender = "Female",
                Race = "Black",
                Pronouns = "they/them",
                SocioeconomicStatus = "Wealthy",
                Age = 71,
            };
            var (a, b) = (StateEngine.Start(persona, 3), StateEngine.Start(other, 3));
            for (var turn = 0; turn < 20; turn++)
            {
                var signals = turns.Signals(persona);
                (a, b) = (StateEngine.Next(persona, a, signals).State, StateEngine.Next(other, b, signals).State);
                Assert.Equal(a, b);
            }
        }
    }

    private static void ForEveryTurn(Action<Persona, ClientState, TurnSignals, StateStep> check, int sequences = 600)
    {
        for (var sequence = 0; sequence < sequences; sequence++)
        {
            var turns = new RandomTurns(sequence);
            var persona = turns.Person(TestPersonas.Plain, TestPersonas.AtRisk);
            var state = StateEngine.Start(persona, (ulong)sequence * 7919);
            for (var turn = 0; turn < 25; turn++)
            {
                var signals = turns.Signals(persona);
                var step = StateEngine.Next(persona, state, signals);
                check(persona, state, signals, step);
                state = step.State;
            }
        }
    }
}
