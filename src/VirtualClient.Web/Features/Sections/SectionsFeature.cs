namespace VirtualClient.Web.Features.Sections;

/// <summary>Classes of students.</summary>
internal static class SectionsFeature
{
    public static void AddSections(this WebApplicationBuilder builder) => builder.Services.AddScoped<SectionList>();
}
