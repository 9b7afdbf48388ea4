using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ModelStub;

/// <summary>Token figures of one request.</summary>
/// <param name="Fresh">Neither read from nor written to the cache.</param>
internal sealed record InputTokens(long Fresh, long Read, long Write5Minutes, long Write1Hour)
{
    public long Write => Write5Minutes + Write1Hour;
    public long All => Fresh + Read + Write;
}

/// <summary>
/// Counts cached tokens the way providers do: a prefix is cached only whole and byte for byte, only from a least length on,
/// and only until it has not been used for its time to live.
/// </summary>
internal sealed class PrefixCache(TimeProvider time)
{
    /// <summary>A breakpoint finds an older one at most this many blocks before it. Source: Anthropic's prompt caching guide.</summary>
    private const int LookBack = 20;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, TimeSpan Life)> _entries = new(StringComparer.Ordinal);

    /// <summary>About four characters a token, as providers' tokenizers give for English.</summary>
    public static long Tokens(string text) => (text.Length + 3) / 4;

    /// <summary>Explicit breakpoints, Messages protocol.</summary>
    public InputTokens Count(string model, IReadOnlyList<Block> blocks)
    {
        var least = model.Contains("haiku-4", StringComparison.Ordinal) ? 4096 : 512;
        var keys = Keys(model, blocks, out var sums);
        var readUpTo = -1;
        var now = time.GetUtcNow();
        for (var i = blocks.Count - 1; i >= 0 && readUpTo < 0; i--)
            if (blocks[i].Life is not null)
                for (var j = i; j >= Math.Max(0, i - LookBack) && readUpTo < 0; j--)
                    if (sums[j] >= least && Touch(keys[j], now))
                        readUpTo = j;
        long read = readUpTo < 0 ? 0 : sums[readUpTo];
        long five = 0;
        long hour = 0;
        var counted = read;
        for (var i = readUpTo + 1; i < blocks.Count; i++)
        {
            if (blocks[i].Life is not { } life || sums[i] < least)
                continue;
            _entries[keys[i]] = (now + life, life);
            if (life > TimeSpan.FromMinutes(5))
                hour += sums[i] - counted;
            else
                five += sums[i] - counted;
            counted = sums[i];
        }
        return new InputTokens(sums.Length == 0 ? 0 : sums[^1] - counted, read, five, hour);
    }

    /// <summary>Automatic caching, chat completions: from 1,024 tokens on, in steps of 128. Source: OpenAI's prompt caching guide.</summary>
    public InputTokens CountAutomatic(string model, IReadOnlyList<Block> blocks)
    {
        var keys = Keys("auto:" + model, blocks, out var sums);
        var now = time.GetUtcNow();
        long read = 0;
        for (var i = blocks.Count - 1; i >= 0 && read == 0; i--)
            if (Touch(keys[i], now))
                read = sums[i];
        read = read < 1024 ? 0 : read / 128 * 128;
        foreach (var key in keys)
            _entries[key] = (now + TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));
        return new InputTokens(sums.Length == 0 ? 0 : sums[^1] - read, read, 0, 0);
    }

    private bool Touch(string key, DateTimeOffset now)
    {
        if (!_entries.TryGetValue(key, out var entry) || entry.Until < now)
            return false;
        _entries[key] = (now + entry.Life, entry.Life);
        return true;
    }

    private string[] Keys(string model, IReadOnlyList<Block> blocks, out long[] sums)
    {
        // A bench sends millions of turns: forget what has run out, and everything if that is not enough.
        if (_entries.Count > 200_000)
            Prune();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(model));
        var keys = new string[blocks.Count];
        sums = new long[blocks.Count];
        long sum = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\0{blocks[i].Role}\0{blocks[i].Text}"));
            keys[i] = Convert.ToBase64String(hash.GetCurrentHash(), 0, 18);
            sum += Tokens(blocks[i].Text);
            sums[i] = sum;
        }
        return keys;
    }

    private void Prune()
    {
        var now = time.GetUtcNow();
        foreach (var entry in _entries)
            if (entry.Value.Until < now)
                _entries.TryRemove(entry);
        if (_entries.Count > 150_000)
            _entries.Clear();
    }
}

/// <summary>A piece of a prompt in the order of the prompt, with the life of the breakpoint after it.</summary>
internal sealed record Block(string Role, string Text, TimeSpan? Life)
{
    /// <summary>System first, then the messages; string content and block content read the same.</summary>
    public static List<Block> Of(JsonElement body)
    {
        var blocks = new List<Block>();
        if (body.TryGetProperty("tools", out var tools))
            blocks.Add(new Block("tools", tools.GetRawText(), null));
        if (body.TryGetProperty("system", out var system))
            Add(blocks, "system", system);
        if (body.TryGetProperty("messages", out var messages))
            foreach (var message in messages.EnumerateArray())
                if (message.TryGetProperty("content", out var content))
                    Add(blocks, message.GetProperty("role").GetString()!, content);
        // A breakpoint on the request itself stands for one on its last block.
        if (blocks.Count > 0 && body.TryGetProperty("cache_control", out var control))
            blocks[^1] = blocks[^1] with { Life = LifeOf(control) };
        return blocks;
    }

    private static void Add(List<Block> blocks, string role, JsonElement content)
    {
        if (content.ValueKind == JsonValueKind.String)
            blocks.Add(new Block(role, content.GetString()!, null));
        else if (content.ValueKind == JsonValueKind.Array)
            foreach (var block in content.EnumerateArray())
                blocks.Add(
                    new Block(
                        role,
                        block.TryGetProperty("text", out var text) ? text.GetString()! : block.GetRawText(),
                        block.TryGetProperty("cache_control", out var control) ? LifeOf(control) : null
                    )
                );
    }

    private static TimeSpan LifeOf(JsonElement control) =>
        control.TryGetProperty("ttl", out var ttl) && string.Equals(ttl.GetString(), "1h", StringComparison.Ordinal)
            ? TimeSpan.FromHours(1)
            : TimeSpan.FromMinutes(5);
}
