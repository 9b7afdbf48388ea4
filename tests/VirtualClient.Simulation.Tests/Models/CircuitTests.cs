using VirtualClient.Simulation.Models;

namespace VirtualClient.Simulation.Tests.Models;

public sealed class CircuitTests
{
    private readonly ManualTime _time = new();
    private readonly Circuit _circuit;

    public CircuitTests() => _circuit = new Circuit("r", new CircuitOptions(), _time);

    [Fact]
    public void Five_failures_in_a_row_open_it_and_four_do_not()
    {
        Fail(4);
        Assert.Equal(CircuitState.Closed, _circuit.Health.State);
        Succeed();
        Fail(4);
        Assert.Equal(CircuitState.Closed, _circuit.Health.State);
        Fail(1);
        Assert.Equal(CircuitState.Open, _circuit.Health.State);
        Assert.Null(_circuit.TryEnter());
    }

    [Fact]
    public void Half_of_ten_calls_within_thirty_seconds_open_it()
    {
        for (var i = 0; i < 4; i++)
        {
            Fail(1);
            Succeed();
        }
        Fail(1);
        Assert.Equal(CircuitState.Closed, _circuit.Health.State);
        _circuit.TryEnter()!.Failed("late");
        Assert.Equal(CircuitState.Open, _circuit.Health.State);
    }

    [Fact]
    public void Failures_of_more_than_thirty_seconds_ago_are_forgotten()
    {
        for (var i = 0; i < 4; i++)
        {
            Fail(1);
            Succeed();
        }
        _time.Advance(TimeSpan.FromSeconds(31));
        Fail(2);
        Assert.Equal(CircuitState.Closed, _circuit.Health.State);
    }

    [Fact]
    public void After_its_rest_one_call_at_a_time_is_let_through_and_three_good_ones_close_it()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(299));
        Assert.Null(_circuit.TryEnter());
        _time.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 3; i++)
        {
            var trial = _circuit.TryEnter();
            Assert.NotNull(trial);
            Assert.Null(_circuit.TryEnter());
            Assert.Equal(CircuitState.HalfOpen, _circuit.Health.State);
            trial.Succeeded();
        }
        Assert.Equal(CircuitState.Closed, _circuit.Health.State);
        Fail(1);
        Assert.NotNull(_circuit.TryEnter());
    }

    [Fact]
    public void A_failed_trial_opens_it_for_another_rest()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(300));
        _circuit.TryEnter()!.Succeeded();
        _circuit.TryEnter()!.Failed("still down");
        Assert.Null(_circuit.TryEnter());
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromSeconds(300), _circuit.Health.OpenUntil);
    }

    [Fact]
    public void A_cancelled_trial_makes_room_for_the_next_one()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(300));
        _circuit.TryEnter()!.Unanswered();
        Assert.NotNull(_circuit.TryEnter());
    }

    [Fact]
    public void A_call_from_before_the_opening_says_nothing_about_the_trial()
    {
        var old = _circuit.TryEnter()!;
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(300));
        var trial = _circuit.TryEnter()!;
        old.Failed("from long ago");
        Assert.Equal(CircuitState.HalfOpen, _circuit.Health.State);
        Assert.Null(_circuit.TryEnter());
        trial.Succeeded();
        Assert.NotNull(_circuit.TryEnter());
    }

    [Fact]
    public void Only_an_operator_starts_what_an_operator_stopped()
    {
        _circuit.Isolate();
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Null(_circuit.TryEnter());
        _circuit.Restore();
        Assert.NotNull(_circuit.TryEnter());
    }

    [Fact]
    public void A_wrong_key_never_opens_it_and_is_forgotten_with_the_next_good_call()
    {
        for (var i = 0; i < 20; i++)
            _circuit.TryEnter()!.Misconfigured("401");
        Assert.True(_circuit.Health is { State: CircuitState.Closed, Misconfigured: true, LastError: "401" });
        Succeed();
        Assert.False(_circuit.Health.Misconfigured);
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
            _circuit.TryEnter()!.Failed("down");
    }

    private void Succeed() => _circuit.TryEnter()!.Succeeded();
}
