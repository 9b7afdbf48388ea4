using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Data;

/// <summary>Work that may share a transaction.</summary>
public sealed class SharedCommitTests
{
    [Fact]
    public async Task Of_those_who_share_a_commit_only_what_fails_is_undone()
    {
        await using var host = await WebHost.StartAsync();
        var gate = host.Services.GetRequiredService<WriteGate>();
        var queued = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // The first holds the line until all others wait, so that on SQLite they go together.
        var first = StoreAsync(gate, 0, queued.Task);
        var others = Enumerable.Range(1, 60).Select(number => StoreAsync(gate, number, Task.CompletedTask)).ToList();
        queued.SetResult();
        await first;
        foreach (var (work, number) in others.Select((work, i) => (work, i + 1)))
        {
            if (number % 3 == 0)
            {
                Assert.Equal(number.ToString(), (await Assert.ThrowsAsync<InvalidOperationException>(() => work)).Message);
            }
            else
            {
                Assert.Equal(number, await work);
            }
        }

        await using var db = host.OpenDatabase();
        var stored = await db.Set<Problem>().Where(p => p.Source == "shared").Select(p => p.Code).ToListAsync();
        Assert.Equal(Enumerable.Range(0, 61).Where(n => n == 0 || n % 3 != 0).Select(n => $"code-{n}").Order(), stored.Order());
    }

    private static Task<int> StoreAsync(WriteGate gate, int number, Task until) =>
        gate.CommitSharedAsync(async db =>
        {
            await until;
            var now = TimeProvider.System.GetUtcNow();
            db.Add(
                new Problem
                {
                    Code = $"code-{number}",
                    Source = "shared",
                    Severity = Severity.Low,
                    Sentence = "A test.",
                    FirstSeenAt = now,
                    LastSeenAt = now,
                }
            );
            await db.SaveChangesAsync();
            return number > 0 && number % 3 == 0 ? throw new InvalidOperationException(number.ToString()) : number;
        });
}
