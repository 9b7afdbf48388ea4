using VirtualClient.Web.Components;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.Jobs;

namespace VirtualClient.Web.Features.Sections;

/// <summary>Classes of students: who teaches them, who is in them, how people come in.</summary>
internal static class SectionsFeature
{
    public static void AddSections(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<SectionList>();
        services.AddScoped<SectionDoor>();
        services.AddScoped<ContactWishes>();
        services.AddScoped<ReadSections>();
        services.AddScoped<CreateSection>();
        services.AddScoped<ChangeSection>();
        services.AddScoped<DeleteSection>();
        services.AddScoped<ReadRoster>();
        services.AddScoped<EnrollPeople>();
        services.AddScoped<AddEnrollments>();
        services.AddScoped<ChangeEnrollment>();
        services.AddScoped<ImportRoster>();
        services.AddScoped<IJobWork, ImportRoster>();
        services.AddScoped<MailInvitations>();
        services.AddScoped<IJobWork, MailInvitations>();
        services.AddScoped<OpenJoining>();
        services.AddScoped<JoinSection>();
        services.AddScoped<StudentSections>();
        services.AddSingleton(new NavEntry(Roles.Teacher, 10, "Sections", "/sections", "people"));
    }

    public static void MapSections(this IEndpointRouteBuilder app)
    {
        app.MapSectionApi();
        app.MapSectionForms();
    }
}
