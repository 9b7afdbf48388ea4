using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Models;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Spending;

namespace VirtualClient.Bench.Scale;

/// <summary>
/// Fills the database: one conversation is made by the product's own code, and the database multiplies it. Ids follow from the number of a
/// conversation, so that any of them can be asked for.
/// </summary>
internal sealed class ScaleData(ScaleDatabase database)
{
    public const int Students = 2_000;

    private const int Exchanges = 14;
    private const int AtOnce = 2_000;

    /// <summary>Conversations under way, the newest ones; fewer than there are students, who have one each.</summary>
    private const int Active = 1_000;

    /// <summary>Of the ledger only the newest part is made: nothing asks further back line by line.</summary>
    private const int WithLedger = 20_000;
    private const long FirstStudent = 0xF0000000;
    private const string Said = "It sounds like the evenings are the hardest part. What happens when everybody has gone to bed?";

    private const int Days = 180;

    private static readonly DateTimeOffset Start = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string turn = $$"""{"filler":"{{new string('x', 1_350)}}"}""";
    private Guid template;

    /// <summary>Messages of one conversation.</summary>
    public static int PerConversation => 1 + 2 * Exchanges;

    public int Conversations { get; private set; }

    /// <summary>When the newest conversation has just ended: one begins every minute.</summary>
    public DateTimeOffset Now => Start.AddMinutes(Conversations + Exchanges);

    /// <summary>The hour that is not over yet.</summary>
    public DateTimeOffset Hour => new DateTimeOffset(Now.Date, TimeSpan.Zero).AddHours(Now.Hour);

    public static Guid Student(int number) => Id(FirstStudent + number, 0);

    public static Guid Conversation(int number) => Id(number, 0);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        await db.Database.MigrateAsync(cancellationToken);
        for (var i = 0; i < Students; i++)
        {
            var name = $"student{i}@bench.test";
            db.Add(
                new AppUser
                {
                    Id = Student(i),
                    UserName = name,
                    NormalizedUserName = name.ToUpperInvariant(),
                    DisplayName = $"Student {i}",
                    CreatedAt = Start,
                }
            );
        }

        var client = BuiltInClients.All[0];
        var profile = ClientProfile.BuiltIn(client.Key, 0, client.Persona, Start);
        var (conversation, opening) = Web.Features.Conversations.Conversation.Start(
            Student(0),
            profile,
            false,
            null,
            null,
            1,
            "Hi. They said I could just come in.",
            Start
        );
        db.AddRange(profile, conversation, opening);
        for (var i = 1; i <= Exchanges; i++)
        {
            var (said, reply) = conversation.Say(Id(0xFFFFFFFF, i), Said, null, Start.AddMinutes(i));
            reply.CompleteWith(
                "I don't know. I sit in the kitchen, mostly. It's quiet then, and I count what is left.",
                turn,
                Start.AddMinutes(i)
            );
            db.AddRange(said, reply);
        }

        conversation.End(EndReason.Student, Start.AddMinutes(Exchanges));
        db.Add(Call(conversation.Id));
        db.Add(new IdentityRole<Guid>(Roles.Admin) { Id = Id(1, 0) });
        await db.SaveChangesAsync(cancellationToken);
        template = conversation.Id;
    }

    /// <summary>Until there are so many messages.</summary>
    public async Task GrowAsync(int messages, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await db.Database.OpenConnectionAsync(cancellationToken);
        var target = messages / PerConversation;
        while (Conversations < target)
        {
            var last = Math.Min(target, Conversations + AtOnce);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await CopyAsync<Conversation>(db, Conversations + 1, last, "\"Id\"", ConversationColumn, cancellationToken);
            await CopyAsync<Message>(db, Conversations + 1, last, "\"ConversationId\"", MessageColumn, cancellationToken);
            if (last > target - WithLedger)
            {
                await CopyAsync<UsageRecord>(db, Conversations + 1, last, "\"ConversationId\"", UsageColumn, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            Conversations = last;
        }

        await db.Set<Conversation>()
            .Where(c => c.Status == ConversationStatus.Active)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, ConversationStatus.Completed), cancellationToken);
        await db.Set<Conversation>()
            .Where(c => c.StartedAt > Start.AddMinutes(target - Active))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, ConversationStatus.Active), cancellationToken);
        await HoursAsync(db, cancellationToken);
        await db.Database.ExecuteSqlRawAsync("analyze", cancellationToken);
    }

    /// <summary>A reply's line in the ledger, the pattern of all others.</summary>
    private static UsageRecord Call(Guid conversation) =>
        UsageRecord.Of(
            new ModelCall(
                "small",
                "anthropic",
                "claude-haiku-5-5",
                "reply",
                "ok",
                new Usage(200, 60, 0, 1_800),
                null,
                TimeSpan.FromMilliseconds(420),
                TimeSpan.FromSeconds(2)
            ),
            new Payer { StudentId = Student(0), ConversationId = conversation },
            Start
        );

    private async Task CopyAsync<T>(
        AppDbContext db,
        int first,
        int last,
        string key,
        Func<AppDbContext, string, string> column,
        CancellationToken cancellationToken
    )
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Select(p => p.GetColumnName()).ToArray();
        var names = string.Join(", ", columns.Select(name => $"\"{name}\""));
        var values = string.Join(", ", columns.Select(name => column(db, name)));
        var id = db.Database.IsSqlite() ? template.ToString().ToUpperInvariant() : template.ToString();
        // SQLite takes "with" before "insert" as well, PostgreSQL both.
        var sql =
            $"with {Numbers(db, first, last)} insert into {type.GetTableName()} ({names}) select {values} from {type.GetTableName()} t, n where t.{key} = '{id}'";
        await db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
    }

    private static string ConversationColumn(AppDbContext db, string name) =>
        name switch
        {
            "Id" => IdSql(db, "n.i", "0"),
            "OwnerId" => IdSql(db, Invariant($"({FirstStudent} + n.i % {Students})"), "0"),
            "StartedAt" or "LastActivityAt" or "EndedAt" => Later(db, name),
            _ => $"t.\"{name}\"",
        };

    private static string UsageColumn(AppDbContext db, string name) =>
        name switch
        {
            "Id" or "ConversationId" => IdSql(db, "n.i", "0"),
            "At" => Later(db, name),
            "FirstTextMs" => "t.\"FirstTextMs\" + n.i % 300",
            _ => $"t.\"{name}\"",
        };

    private static string Later(AppDbContext db, string name) =>
        db.Database.IsSqlite() ? $"t.\"{name}\" + n.i * 600000000" : $"t.\"{name}\" + n.i * interval '1 minute'";

    private static string MessageColumn(AppDbContext db, string name) =>
        name switch
        {
            "Id" => IdSql(db, "n.i", "t.\"Sequence\""),
            "ConversationId" => IdSql(db, "n.i", "0"),
            "ClientMessageId" => $"case when t.\"{name}\" is null then null else {IdSql(db, "n.i", "t.\"Sequence\"")} end",
            "InReplyTo" => $"case when t.\"{name}\" is null then null else {IdSql(db, "n.i", "t.\"Sequence\" - 1")} end",
            _ => $"t.\"{name}\"",
        };

    /// <summary>The hours of twenty sections over half a year, up to now.</summary>
    private async Task HoursAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        await db.Set<UsageHour>().ExecuteDeleteAsync(cancellationToken);
        var first = Hour.AddDays(-Days);
        var type = db.Model.FindEntityType(typeof(UsageHour))!;
        var columns = type.GetProperties().Select(p => p.GetColumnName()).ToArray();
        var hour = db.Database.IsSqlite()
            ? Invariant($"{first.UtcTicks} + ((n.i - 1) / 20) * 36000000000")
            : Invariant($"timestamptz '{first:yyyy-MM-dd HH:mm:ss}+00' + ((n.i - 1) / 20) * interval '1 hour'");
        var values = columns.Select(name =>
            name switch
            {
                "Hour" => hour,
                "Purpose" => "'reply'",
                "Model" => "'claude-haiku-5-5'",
                "SectionId" => IdSql(db, "n.i % 20 + 1", "1"),
                "TeacherId" => IdSql(db, "n.i % 7 + 1", "2"),
                "IsTest" => db.Database.IsSqlite() ? "0" : "false",
                _ => "1000",
            }
        );
        var sql =
            $"with {Numbers(db, 1, 20 * 24 * Days)} insert into {type.GetTableName()} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) select {string.Join(", ", values)} from n";
        await db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
    }

    private static string Numbers(AppDbContext db, int first, int last) =>
        db.Database.IsSqlite()
            ? Invariant($"recursive n(i) as (select {first} union all select i + 1 from n where i < {last})")
            : Invariant($"n(i) as (select generate_series({first}::bigint, {last}::bigint))");

    private static string IdSql(AppDbContext db, string number, string sequence) =>
        db.Database.IsSqlite()
            ? $"printf('%08X-0000-7000-8000-%012X', {number}, {sequence})"
            : $"(lpad(to_hex({number}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex({sequence}), 12, '0'))::uuid";

    private static Guid Id(long number, int sequence) => Guid.Parse(Invariant($"{number:X8}-0000-7000-8000-{sequence:X12}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
