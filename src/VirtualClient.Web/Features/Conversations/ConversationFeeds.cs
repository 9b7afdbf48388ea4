using System.Collections.Concurrent;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Tells the connected pages of a conversation that there is something new to read. Carries no content: readers look for themselves.</summary>
internal sealed class ConversationFeeds
{
    private readonly ConcurrentDictionary<Guid, Feed> feeds = new();

    /// <summary>Conversations with at least one connected page here.</summary>
    public IReadOnlyCollection<Guid> Connected => [.. feeds.Keys];

    public Subscription Subscribe(Guid conversationId)
    {
        while (true)
        {
            var feed = feeds.GetOrAdd(conversationId, _ => new Feed());
            if (feed.TryEnter())
            {
                return new Subscription(this, conversationId, feed);
            }

            // It was just closing; make a new one.
            feeds.TryRemove(new KeyValuePair<Guid, Feed>(conversationId, feed));
        }
    }

    /// <param name="stored">Something changed in the database; false: only the text of the reply in the making grew.</param>
    public void Signal(Guid conversationId, bool stored = true)
    {
        if (feeds.TryGetValue(conversationId, out var feed))
        {
            feed.Signal(stored);
        }
    }

    internal sealed class Subscription(ConversationFeeds owner, Guid conversationId, Feed feed) : IDisposable
    {
        public long StoredVersion => feed.StoredVersion;

        public long Version => feed.Version;

        /// <summary>Waits until the feed is past <paramref name="seen"/>, or the time is over.</summary>
        public Task<bool> WaitAsync(long seen, TimeSpan atMost, CancellationToken cancellationToken) =>
            feed.WaitAsync(seen, atMost, cancellationToken);

        public void Dispose()
        {
            if (feed.Leave())
            {
                owner.feeds.TryRemove(new KeyValuePair<Guid, Feed>(conversationId, feed));
            }
        }
    }

    internal sealed class Feed
    {
        private readonly Lock sync = new();
        private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int readers;
        private bool closed;

        public long Version { get; private set; }

        public long StoredVersion { get; private set; }

        public bool TryEnter()
        {
            lock (sync)
            {
                if (closed)
                {
                    return false;
                }

                readers++;
                return true;
            }
        }

        public bool Leave()
        {
            lock (sync)
            {
                closed = --readers == 0;
                return closed;
            }
        }

        public void Signal(bool stored)
        {
            TaskCompletionSource waiting;
            lock (sync)
            {
                Version++;
                StoredVersion += stored ? 1 : 0;
                waiting = changed;
                changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            waiting.TrySetResult();
        }

        public async Task<bool> WaitAsync(long seen, TimeSpan atMost, CancellationToken cancellationToken)
        {
            Task next;
            lock (sync)
            {
                if (Version > seen)
                {
                    return true;
                }

                next = changed.Task;
            }

            try
            {
                await next.WaitAsync(atMost, cancellationToken);
                return true;
            }
            catch (TimeoutException)
            {
                return false;
            }
        }
    }
}
