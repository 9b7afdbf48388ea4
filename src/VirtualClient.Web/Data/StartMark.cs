using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Data;

/// <summary>By which build of the program the database was brought up to date last; one row.</summary>
public sealed class PreparedBy
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public required string Build { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PreparedBy>
    {
        public void Configure(EntityTypeBuilder<PreparedBy> builder)
        {
            builder.ToTable("prepared_by");
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.Build).HasMaxLength(100);
        }
    }
}

/// <summary>
/// Notes in the database which build has brought it up to date: migrations, roles, built-in clients and rubrics, demo data. The next start of the
/// same build need not look at all of it again, which is a second of every start.
/// </summary>
public sealed class StartMark(IDbContextFactory<AppDbContext> factory, WriteGate gate)
{
    /// <summary>The two assemblies as they were compiled: what a start writes is in them, and nothing else.</summary>
    private static readonly string Build = $"{Version(typeof(StartMark))} {Version(typeof(Persona))}";

    /// <param name="demo">Demo data too.</param>
    public async Task<bool> IsSetAsync(bool demo, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var build = Name(demo);
        return await HasTableAsync(db, cancellationToken) && await db.Set<PreparedBy>().AnyAsync(p => p.Build == build, cancellationToken);
    }

    /// <summary>Not in a database that is not there yet, or from before there was a mark; asked for, as a failed query would alarm whoever reads the log.</summary>
    private static async Task<bool> HasTableAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken))
        {
            return false;
        }

        var found = db.Database.IsSqlite()
            ? "select count(*) as \"Value\" from sqlite_master where type = 'table' and name = 'prepared_by'"
            : "select case when to_regclass('prepared_by') is null then 0 else 1 end as \"Value\"";
        return (await db.Database.SqlQueryRaw<int>(found).ToListAsync(cancellationToken))[0] > 0;
    }

    public async Task SetAsync(bool demo, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var build = Name(demo);
        try
        {
            await gate.CommitAsync(
                db,
                async () =>
                {
                    var known = await db.Set<PreparedBy>()
                        .ExecuteUpdateAsync(set => set.SetProperty(p => p.Build, build), cancellationToken);
                    if (known == 0)
                    {
                        db.Add(new PreparedBy { Build = build });
                        await db.SaveChangesAsync(cancellationToken);
                    }
                },
                cancellationToken
            );
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another server started in the same moment and did the same.
        }
    }

    private static string Name(bool demo) => demo ? Build + " demo" : Build;

    private static Guid Version(Type type) => type.Assembly.ManifestModule.ModuleVersionId;
}
