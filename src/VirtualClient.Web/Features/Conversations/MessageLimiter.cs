using Microsoft.EntityFrameworkCore;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>What a send found about the messages before it.</summary>
/// <param name="LastNumber">The sender's newest <see cref="Message.SenderNumber"/>, or null.</param>
/// <param name="OldestInWindow">When the message was sent that has to leave the window before the next fits, or null while there is room.</param>
/// <param name="Older">Messages of all students in the part of the hour that is counted anew, see <see cref="HourCount"/>.</param>
/// <param name="Newer">Those after that part.</param>
internal sealed record SendCounts(int? LastNumber, DateTimeOffset? OldestInWindow, int Older, int Newer);

/// <summary>
/// The limits of sending, counted in the stored messages: a restart or a second server changes nothing. It costs no query of its own: the
/// counts come with the conversation, and the long part of the hour is counted once in half a minute.
/// </summary>
internal sealed class MessageLimiter(LimitSettings settings) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>With fewer places left than this, senders of this server go one by one, so that they cannot pass the limit together.</summary>
    private const int Edge = 100;

    private readonly HourCount hour = new();
    private readonly SemaphoreSlim line = new(1, 1);

    /// <summary>Begins the look of one send.</summary>
    public SendWindow Begin(CurrentUser user, DateTimeOffset now) =>
        new(
            user.Id,
            user.IsStudent ? settings.Now.MessagesPerMinute : settings.Now.TestMessagesPerMinute,
            now,
            hour.From(now),
            hour.Cut(now)
        );

    /// <summary>Lets the send go on, or refuses it. Dispose what it returns after the commit.</summary>
    /// <exception cref="DomainException">Too many within a minute, or too many of all within an hour.</exception>
    public async ValueTask<IDisposable?> AdmitAsync(
        AppDbContext db,
        SendWindow window,
        SendCounts counts,
        bool inTest,
        CancellationToken cancellationToken
    )
    {
        if (counts.OldestInWindow is { } oldest)
        {
            throw TooMany(window, oldest + Minute - window.Now);
        }

        var total = hour.Take(window, counts);
        var limit = settings.Now.MessagesPerHourForAll;
        if (inTest || total < limit - Edge)
        {
            return null;
        }

        await line.WaitAsync(cancellationToken);
        try
        {
            await RequireRoomAsync(db, window.Now, limit, cancellationToken);
            return new Place(line);
        }
        catch
        {
            line.Release();
            throw;
        }
    }

    public void Dispose() => line.Dispose();

    private static async Task RequireRoomAsync(AppDbContext db, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var since = now - Hour;
        // The message that has to leave the hour before there is room; null while there is.
        var oldest = await db.Set<Message>()
            .Where(m => m.SenderId != null && !m.InTest && m.SentAt > since)
            .OrderByDescending(m => m.SentAt)
            .Skip(limit - 1)
            .Select(m => (DateTimeOffset?)m.SentAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (oldest is { } first)
        {
            var wait = first + Hour - now;
            throw new DomainException(
                "everybody-sends",
                $"Very many people are practicing at this moment. Your text is kept. Please send it again in {Words(wait)}.",
                StatusCodes.Status429TooManyRequests
            )
            {
                RetryAfter = wait,
            };
        }
    }

    private static DomainException TooMany(SendWindow window, TimeSpan wait) =>
        new(
            "too-many-messages",
            $"That was {window.Limit} messages within a minute, more than can be answered well. Your text is kept. You can send it in {Words(wait)}.",
            StatusCodes.Status429TooManyRequests
        )
        {
            RetryAfter = wait,
        };

    private static string Words(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        var (count, unit) = seconds < 100 ? (seconds, "second") : ((seconds + 59) / 60, "minute");
        return $"{count} {unit}{(count == 1 ? "" : "s")}";
    }

    private sealed class Place(SemaphoreSlim line) : IDisposable
    {
        public void Dispose() => line.Release();
    }
}

/// <summary>The times between which one send counts.</summary>
/// <param name="Limit">Messages the sender may send within a minute.</param>
/// <param name="From">Where the part of the hour begins that is counted anew; the same as <paramref name="Cut"/> when it is known.</param>
internal sealed record SendWindow(Guid SenderId, int Limit, DateTimeOffset Now, DateTimeOffset From, DateTimeOffset Cut)
{
    public DateTimeOffset MinuteAgo { get; } = Now - TimeSpan.FromMinutes(1);

    /// <summary>A clock that was set back must not lock anybody out: what claims to be from later than this does not count.</summary>
    public DateTimeOffset Soon { get; } = Now + TimeSpan.FromMinutes(1);
}

/// <summary>
/// How many messages all students sent in the hour before some moment not long ago. What came after that moment is counted each time, so a
/// figure of half a minute's age is still exact but for what has left the hour since. Thread-safe.
/// </summary>
internal sealed class HourCount
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    /// <summary>Commits that are a little late are counted with what is new.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    private readonly Lock sync = new();
    private DateTimeOffset cut = DateTimeOffset.MinValue;
    private int count;

    public DateTimeOffset From(DateTimeOffset now) => Known(now) ?? now - TimeSpan.FromHours(1);

    public DateTimeOffset Cut(DateTimeOffset now) => Known(now) ?? now - Late;

    /// <summary>Takes over what a send counted anew, and gives the count of the hour.</summary>
    public int Take(SendWindow window, SendCounts counts)
    {
        lock (sync)
        {
            if (window.From < window.Cut)
            {
                (cut, count) = (window.Cut, counts.Older);
            }

            return count + counts.Newer;
        }
    }

    private DateTimeOffset? Known(DateTimeOffset now)
    {
        lock (sync)
        {
            return now >= cut && now - cut < KeptFor ? cut : null;
        }
    }
}
