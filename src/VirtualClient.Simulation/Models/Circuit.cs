namespace VirtualClient.Simulation.Models;

/// <summary>
/// Stops calling a route that keeps failing: some failures in a row or a large share of failures in the window open it, a rest later one call
/// at a time is let through, and several good ones close it. Safe to use from several threads.
/// </summary>
internal sealed class Circuit(string route, CircuitOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly FailureWindow _window = new(options.Window);
    private CircuitState _state;
    private DateTimeOffset? _openUntil;
    private DateTimeOffset _changedAt = time.GetUtcNow();
    private int _failuresInARow;
    private int _goodTrials;
    private bool _trialRunning;
    private bool _misconfigured;
    private string? _lastError;
    private DateTimeOffset? _lastErrorAt;

    public RouteHealth Health
    {
        get
        {
            lock (_gate)
            {
                var state = _state == CircuitState.Open && time.GetUtcNow() >= _openUntil ? CircuitState.HalfOpen : _state;
                return new(route, state, _openUntil, _failuresInARow, _misconfigured, _lastError, _changedAt)
                {
                    LastErrorAt = _lastErrorAt,
                };
            }
        }
    }

    /// <summary>Asks to make a call. Null: not now. The permit has to be answered exactly once.</summary>
    public Permit? TryEnter()
    {
        lock (_gate)
        {
            if (_state == CircuitState.Open && time.GetUtcNow() >= _openUntil)
            {
                Change(CircuitState.HalfOpen);
                _goodTrials = 0;
                _trialRunning = false;
            }
            if (_state is CircuitState.Open or CircuitState.Isolated || (_state == CircuitState.HalfOpen && _trialRunning))
                return null;
            if (_state == CircuitState.HalfOpen)
                _trialRunning = true;
            return new Permit(this, Trial: _state == CircuitState.HalfOpen);
        }
    }

    /// <summary>How long until calls may be tried again; null when nobody knows.</summary>
    public TimeSpan? Rest
    {
        get
        {
            lock (_gate)
                return _state == CircuitState.Open && _openUntil - time.GetUtcNow() is { } rest && rest > TimeSpan.Zero ? rest : null;
        }
    }

    public void Isolate() => Set(CircuitState.Isolated);

    /// <summary>Closes the circuit and forgets its failures.</summary>
    public void Restore() => Set(CircuitState.Closed);

    /// <summary>Takes over what another server came to know after this one.</summary>
    public void LoadNewer(RouteHealth health)
    {
        lock (_gate)
        {
            // Databases round moments, so that what was stored here comes back a little earlier.
            if (health.ChangedAt > _changedAt + TimeSpan.FromMilliseconds(1))
                Load(health);
        }
    }

    /// <summary>Takes over what was known before a restart.</summary>
    public void Load(RouteHealth health)
    {
        lock (_gate)
        {
            _state = health.State == CircuitState.HalfOpen ? CircuitState.Open : health.State;
            _openUntil = health.OpenUntil;
            _failuresInARow = health.FailuresInARow;
            _misconfigured = health.Misconfigured;
            _lastError = health.LastError;
            _lastErrorAt = health.LastErrorAt;
            _changedAt = health.ChangedAt;
            _goodTrials = 0;
            _trialRunning = false;
            _window.Clear();
        }
    }

    private void Set(CircuitState state)
    {
        lock (_gate)
        {
            Change(state);
            _openUntil = null;
            _failuresInARow = 0;
            _goodTrials = 0;
            _trialRunning = false;
            _misconfigured = false;
            _window.Clear();
        }
    }

    /// <summary>Returns whether something changed that is worth keeping.</summary>
    private bool Answer(Permit permit, bool? good, bool misconfigured, string? error)
    {
        lock (_gate)
        {
            if (permit.Trial)
                _trialRunning = false;
            var wasMisconfigured = _misconfigured;
            if (misconfigured || good == true)
                _misconfigured = misconfigured;
            if (error is not null)
            {
                _lastError = error;
                _lastErrorAt = time.GetUtcNow();
            }
            var changed = wasMisconfigured != _misconfigured;
            // A call from before the circuit opened says nothing about the trial.
            if (good is null || _state is CircuitState.Open or CircuitState.Isolated || (_state == CircuitState.HalfOpen && !permit.Trial))
                return changed;
            return (good == true ? Succeeded() : Failed()) || changed;
        }
    }

    private bool Succeeded()
    {
        _failuresInARow = 0;
        _window.Add(time.GetUtcNow(), failed: false);
        if (_state != CircuitState.HalfOpen || ++_goodTrials < options.TrialsToClose)
            return false;
        _window.Clear();
        _openUntil = null;
        Change(CircuitState.Closed);
        return true;
    }

    private bool Failed()
    {
        var now = time.GetUtcNow();
        _failuresInARow++;
        _window.Add(now, failed: true);
        var (calls, failures) = _window.Count(now);
        var open =
            _state == CircuitState.HalfOpen
            || _failuresInARow >= options.FailuresInARow
            || (calls >= options.LeastCalls && failures >= calls * options.FailureShare);
        if (!open)
            return false;
        _openUntil = now + options.Rest;
        Change(CircuitState.Open);
        return true;
    }

    private void Change(CircuitState state)
    {
        _state = state;
        _changedAt = time.GetUtcNow();
    }

    /// <summary>Leave to make one call.</summary>
    internal sealed record Permit(Circuit Circuit, bool Trial)
    {
        /// <summary>The provider answered; also when it declined to.</summary>
        public bool Succeeded() => Circuit.Answer(this, good: true, misconfigured: false, error: null);

        public bool Failed(string error) => Circuit.Answer(this, good: false, misconfigured: false, error);

        /// <summary>The provider refused our key, model or account: nothing about its health.</summary>
        public bool Misconfigured(string error) => Circuit.Answer(this, good: null, misconfigured: true, error);

        /// <summary>The call says nothing about the route: cancelled, or asked to come back later.</summary>
        public bool Unanswered(string? error = null) => Circuit.Answer(this, good: null, misconfigured: false, error);
    }
}
