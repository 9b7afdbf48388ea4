using VirtualClient.Web;
using VirtualClient.Web.Components;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Accounts;
using VirtualClient.Web.Features.Assessments;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations;
using VirtualClient.Web.Features.Debriefs;
using VirtualClient.Web.Features.Demo;
using VirtualClient.Web.Features.Home;
using VirtualClient.Web.Features.Monitoring;
using VirtualClient.Web.Features.Progress;
using VirtualClient.Web.Features.Rubrics;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Features.Spending;
using VirtualClient.Web.Infrastructure;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddInfrastructure();
    builder.AddDatabase();
    builder.Services.AddUiKit();
    builder.AddModels();

    // Features, in the order of dependency.
    builder.AddAccounts();
    builder.AddSections();
    builder.AddSpending();
    builder.AddClientProfiles();
    builder.AddRubrics();
    builder.AddAssignments();
    builder.AddConversations();
    builder.AddDebriefs();
    builder.AddAssessments();
    builder.AddProgress();
    builder.AddMonitoring();
    builder.AddHome();
    builder.AddDemo();

    await using var app = builder.Build();
    app.UseSecurityHeaders();
    app.UseApiProblems();
    app.UseExceptionHandler();
    app.UseErrorPages();
    app.UseApiPage();
    app.UseAuthentication();
    app.UseLiveTokens();
    app.UseAuthorization();
    app.UseRateLimiter();
    app.UseAntiforgery();
    app.UseAntiforgeryAnswers();

    app.MapAccounts();
    app.MapSections();
    app.MapSpending();
    app.MapClientProfiles();
    app.MapRubrics();
    app.MapAssignments();
    app.MapConversations();
    app.MapDebriefs();
    app.MapAssessments();
    app.MapProgress();
    app.MapMonitoring();
    app.MapService();
    app.MapUiKit();

    if (args.Contains("--migrate"))
    {
        await app.MigrateAsync();
    }
    else
    {
        // They need nothing of each other, and each takes a second or more of a start on a core of its own.
        await Task.WhenAll(app.WarmRoutesAsync(), app.PrepareAsync());
        await app.RunAsync();
    }

    return 0;
}
catch (Exception e) when (StartupFailure.SentenceOf(e) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}

/// <summary>Visible to the tests' host.</summary>
public partial class Program;
