using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VirtualClient.Web.Features.Spending;

/// <summary>Which route speaks where nobody chose another, as the admin set it; one row. Null: the configured order.</summary>
public sealed class ModelDefaults
{
    public const int OnlyId = 1;
    public const int RouteMax = 60;

    public int Id { get; private set; } = OnlyId;

    public int Version { get; private set; } = 1;

    /// <summary>Students' conversations.</summary>
    public string? StudentRoute { get; private set; }

    /// <summary>Teachers' tests.</summary>
    public string? TestRoute { get; private set; }

    /// <summary>Assessments.</summary>
    public string? AssessmentRoute { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    public Guid? ChangedBy { get; private set; }

    /// <summary>The route where nobody chose another, or null for the configured order.</summary>
    public string? RouteFor(bool isTest) => isTest ? TestRoute : StudentRoute;

    internal void Set(SetModelDefaultsInput input, Guid by, DateTimeOffset now)
    {
        StudentRoute = input.Students;
        TestRoute = input.Tests;
        AssessmentRoute = input.Assessments;
        Version++;
        ChangedAt = now;
        ChangedBy = by;
    }

    /// <summary>For the audit log.</summary>
    internal string Describe() => $"students {StudentRoute ?? "-"}; tests {TestRoute ?? "-"}; assessments {AssessmentRoute ?? "-"}";

    internal sealed class Mapping : IEntityTypeConfiguration<ModelDefaults>
    {
        public void Configure(EntityTypeBuilder<ModelDefaults> builder)
        {
            builder.ToTable("model_defaults");
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.Property(d => d.Version).IsConcurrencyToken();
            builder.Property(d => d.StudentRoute).HasMaxLength(RouteMax);
            builder.Property(d => d.TestRoute).HasMaxLength(RouteMax);
            builder.Property(d => d.AssessmentRoute).HasMaxLength(RouteMax);
        }
    }
}
