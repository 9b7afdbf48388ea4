using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using VirtualClient.Web.Components;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations.Testing;

/// <summary>Teachers' tests: what a test shows beside the conversation, critiques and principles, history and comparison.</summary>
internal static class TestingRoutes
{
    public static void AddTesting(this IServiceCollection services)
    {
        services.AddScoped<ReadTest>();
        services.AddScoped<ListTests>();
        services.AddScoped<CompareTests>();
        services.AddScoped<TestSettings>();
        services.AddScoped<RestartTest>();
        services.AddScoped<CopyTestedClient>();
        services.AddScoped<CritiqueReply>();
        services.AddScoped<PrincipleBook>();
        services.AddScoped<KeepPrinciple>();
        services.AddScoped<ChangePrinciple>();
        services.AddScoped<RouteChoices>();
        services.AddScoped<TestPanelModel>();
        services.AddSingleton(new NavEntry(Data.Roles.Teacher, 30, "Tests", "/tests", "note"));
    }

    public static void MapTesting(this IEndpointRouteBuilder app)
    {
        MapTest(app.MapApi("/conversations/{id:guid}", Policies.Teacher).WithTags("tests"));
        MapPrinciples(app.MapApi("/clients/{id:guid}/principles", Policies.Teacher).WithTags("tests"));
        var tests = app.MapApi("/tests", Policies.Teacher).WithTags("tests");
        tests
            .MapGet(
                "",
                (Guid? clientId, int? limit, string? after, CurrentUser user, ListTests list, CancellationToken ct) =>
                    list.HandleAsync(user, clientId, limit, after, ct)
            )
            .WithSummary("A teacher's own tests, newest first, with sums and means over all of them");
        tests
            .MapGet(
                "/compare",
                (Guid left, Guid right, CurrentUser user, CompareTests compare, CancellationToken ct) =>
                    compare.HandleAsync(user, left, right, ct)
            )
            .WithSummary("Two of a teacher's own tests side by side");
        app.MapTestForms();
    }

    private static void MapTest(RouteGroupBuilder test)
    {
        test.MapGet("/test", (Guid id, CurrentUser user, ReadTest read, CancellationToken ct) => read.ViewAsync(user, id, ct))
            .WithSummary("How the client of a test stands, what was seen in each turn, and what it cost");
        test.MapPost("/settings", ChangeSettingsAsync).WithSummary("Choose the model and the prompt of a test before its first message");
        test.MapPost("/restart", RestartAsync).WithSummary("End a test and begin another with the same client");
        test.MapPost("/copy-client", CopyAsync)
            .Produces<TeacherClient>(StatusCodes.Status201Created)
            .Produces<TeacherClient>()
            .WithSummary("Make an own copy of the tested client; the test goes on with it");
        test.MapPost("/replies/{replyId:guid}/critique", CritiqueAsync)
            .WithSummary("Say what is right or wrong with a reply; the answer proposes a principle");
    }

    private static void MapPrinciples(RouteGroupBuilder principles)
    {
        principles
            .MapGet(
                "",
                async (Guid id, CurrentUser user, PrincipleBook book, CancellationToken ct) =>
                    new KeysetPage<PrincipleView>(await book.ListAsync(user, id, ct), null)
            )
            .WithSummary("The principles of a client, for its teacher");
        principles
            .MapPost(
                "",
                async (Guid id, KeepPrincipleInput input, CurrentUser user, KeepPrinciple keep, CancellationToken ct) =>
                    TypedResults.Created($"/api/v1/clients/{id}/principles", await keep.HandleAsync(user, id, input, ct))
            )
            .WithSummary("Keep a principle that the client follows from the next reply on");
        principles
            .MapPatch(
                "/{principleId:guid}",
                (Guid id, Guid principleId, ChangePrincipleInput input, CurrentUser user, ChangePrinciple change, CancellationToken ct) =>
                    change.HandleAsync(user, id, principleId, input, ct)
            )
            .WithSummary("Change the words of a principle, or switch it on or off");
    }

    private static async Task<Ok<TestView>> ChangeSettingsAsync(
        Guid id,
        TestSettingsInput input,
        CurrentUser user,
        TestSettings settings,
        ReadTest read,
        CancellationToken cancellationToken
    )
    {
        await settings.HandleAsync(user, id, input, cancellationToken);
        return TypedResults.Ok(await read.ViewAsync(user, id, cancellationToken));
    }

    private static async Task<Created<ConversationView>> RestartAsync(
        Guid id,
        RestartTestInput input,
        CurrentUser user,
        RestartTest restart,
        ReadConversations read,
        CancellationToken cancellationToken
    )
    {
        var again = await restart.HandleAsync(user, id, input, cancellationToken);
        return TypedResults.Created($"/api/v1/conversations/{again.Id}", await read.OneAsync(user, again.Id, cancellationToken));
    }

    private static async Task<IResult> CopyAsync(Guid id, CurrentUser user, CopyTestedClient copy, CancellationToken cancellationToken)
    {
        var (client, isNew) = await copy.HandleAsync(user, id, cancellationToken);
        return isNew ? TypedResults.Created($"/api/v1/clients/{client.Id}", client) : TypedResults.Ok(client);
    }

    private static async Task<Created<CritiqueView>> CritiqueAsync(
        Guid id,
        Guid replyId,
        CritiqueInput input,
        CurrentUser user,
        CritiqueReply critique,
        CancellationToken cancellationToken
    )
    {
        var made = await critique.HandleAsync(user, id, replyId, input, cancellationToken);
        return TypedResults.Created($"/api/v1/conversations/{id}/test", made);
    }
}
