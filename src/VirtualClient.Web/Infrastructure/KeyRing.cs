using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;
using VirtualClient.Web.Data;

namespace VirtualClient.Web.Infrastructure;

/// <summary>A key that signs cookies and tokens; in the database so that every server reads the others' cookies.</summary>
public sealed class DataKey
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required string Xml { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DataKey>
    {
        public void Configure(EntityTypeBuilder<DataKey> builder)
        {
            builder.ToTable("data_keys");
            builder.Property(key => key.Name).HasMaxLength(200);
        }
    }
}

internal sealed class DatabaseKeyRing(IDbContextFactory<AppDbContext> factory) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = factory.CreateDbContext();
        return db.Set<DataKey>().AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml)).ToList();
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = factory.CreateDbContext();
        db.Add(new DataKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

internal static class KeyRing
{
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection(options => options.ApplicationDiscriminator = "virtual-client");
        services.AddSingleton<DatabaseKeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeyRing>((options, ring) => options.XmlRepository = ring);
    }
}
