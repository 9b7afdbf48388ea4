namespace ModelStub;

/// <summary>The faults still to come, first in first out. Safe to use from several threads.</summary>
public sealed class FaultBook
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _pending = [];

    /// <summary>Queues a fault for the next matching requests.</summary>
    public void Add(Fault fault)
    {
        lock (_gate)
            _pending.Add(fault);
    }

    /// <summary>Queues a fault written as text, see <see cref="Fault.Parse"/>.</summary>
    public void Add(string fault, int times = 1) => Add(Fault.Parse(fault) with { Times = times });

    /// <summary>Forgets all faults.</summary>
    public void Clear()
    {
        lock (_gate)
            _pending.Clear();
    }

    /// <summary>The fault for this request: from its header, from the model's name after a plus sign, or the first queued one.</summary>
    internal Fault? Take(string model, string? header)
    {
        if (header is { Length: > 0 })
            return Fault.Parse(header);
        if (model.IndexOf('+') is var plus and >= 0)
            return Fault.Parse(model[(plus + 1)..]);
        lock (_gate)
        {
            var index = _pending.FindIndex(f => f.Model is null || string.Equals(f.Model, model, StringComparison.Ordinal));
            if (index < 0)
                return null;
            var fault = _pending[index];
            if (fault.Times > 1)
                _pending[index] = fault with { Times = fault.Times - 1 };
            else
                _pending.RemoveAt(index);
            return fault;
        }
    }
}
