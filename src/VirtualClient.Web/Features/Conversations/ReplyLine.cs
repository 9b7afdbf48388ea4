namespace VirtualClient.Web.Features.Conversations;

/// <summary>
/// Who may talk at once on this server: so many replies are made at the same time, the others wait in the order they came and know their
/// place. Thread-safe.
/// </summary>
internal sealed class ReplyLine(LimitSettings settings)
{
    private readonly Lock sync = new();
    private readonly LinkedList<Waiter> waiting = [];
    private int talking;

    /// <summary>How many are made now, and how many wait in line.</summary>
    public (int Talking, int Waiting) Now
    {
        get
        {
            lock (sync)
            {
                return (talking, waiting.Count);
            }
        }
    }

    /// <summary>Waits until it is this reply's turn. Dispose what it gives when the reply is done.</summary>
    public async Task<IDisposable> EnterAsync(LiveReply reply, CancellationToken cancellationToken)
    {
        LinkedListNode<Waiter> node;
        lock (sync)
        {
            if (waiting.Count == 0 && talking < settings.Now.LiveReplies)
            {
                talking++;
                return new Turn(this);
            }

            node = waiting.AddLast(new Waiter(reply));
            reply.Place = waiting.Count;
        }

        try
        {
            return await node.Value.Turn.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The turn may have come in the same moment: then it goes to the next.
            if (!node.Value.Turn.TrySetCanceled(CancellationToken.None))
            {
                Leave();
            }

            throw;
        }
        finally
        {
            lock (sync)
            {
                if (node.List is not null)
                {
                    waiting.Remove(node);
                }

                reply.Place = null;
            }
        }
    }

    /// <summary>Counts the places anew, lets more in if the limit was raised, and gives the replies whose place has changed.</summary>
    public IReadOnlyList<LiveReply> Renumber()
    {
        lock (sync)
        {
            LetIn();
            var moved = new List<LiveReply>();
            var place = 0;
            foreach (var waiter in waiting)
            {
                if (waiter.Turn.Task.IsCompleted)
                {
                    continue;
                }

                place++;
                if (waiter.Reply.Place != place)
                {
                    waiter.Reply.Place = place;
                    moved.Add(waiter.Reply);
                }
            }

            return moved;
        }
    }

    private void Leave()
    {
        lock (sync)
        {
            talking--;
            LetIn();
        }
    }

    private void LetIn()
    {
        while (talking < settings.Now.LiveReplies && waiting.First is { } first)
        {
            waiting.RemoveFirst();
            // One that was stopped in the same moment gives its turn to the next.
            if (first.Value.Turn.TrySetResult(new Turn(this)))
            {
                talking++;
            }
        }
    }

    private sealed class Waiter(LiveReply reply)
    {
        public LiveReply Reply { get; } = reply;

        public TaskCompletionSource<IDisposable> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn(ReplyLine line) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                line.Leave();
            }
        }
    }
}
