using System.Collections.Concurrent;

namespace VirtualClient.Web.Features.Spending;

/// <summary>Money that this server holds back for a reply: the first call and its correction share it.</summary>
internal sealed class OpenHold(Guid id, string day, string month)
{
    public Guid Id => id;

    public string Day => day;

    public string Month => month;

    public long AmountNanoUsd { get; set; }

    /// <summary>What its calls have come to so far.</summary>
    public long UsedNanoUsd { get; set; }
}

/// <summary>The holds of replies that this server is making. Thread-safe; one reply is made by one runner.</summary>
internal sealed class OpenHolds
{
    private readonly ConcurrentDictionary<Guid, OpenHold> byReply = new();

    public OpenHold? Of(Guid? reply) => reply is { } id ? byReply.GetValueOrDefault(id) : null;

    public void Keep(OpenHold hold) => byReply[hold.Id] = hold;

    public void Forget(Guid? reply)
    {
        if (reply is { } id)
        {
            byReply.TryRemove(id, out _);
        }
    }
}
