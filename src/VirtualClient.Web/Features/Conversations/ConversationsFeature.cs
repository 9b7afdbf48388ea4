using System.Security.Cryptography;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Components;
using VirtualClient.Web.Data;
using VirtualClient.Web.Features.Assignments;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Features.Conversations.Attempts;
using VirtualClient.Web.Features.Conversations.Testing;
using VirtualClient.Web.Features.Sections;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Conversations;

/// <summary>Meeting a client: the library, the conversation, its replies and its events.</summary>
internal static class ConversationsFeature
{
    public static void AddConversations(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddSettings<LimitOptions>(LimitOptions.Section);
        services.AddSingleton<LimitSettings>();
        services.AddHostedService(provider => provider.GetRequiredService<LimitSettings>());
        services.AddSingleton<MessageLimiter>();
        services.AddSingleton<SenderLine>();
        services.AddSingleton<LiveReplies>();
        services.AddSingleton<RecentTalk>();
        services.AddSingleton<ReplyLine>();
        services.AddSingleton<ConversationFeeds>();
        services.AddSingleton<ReplyWriter>();
        services.AddSingleton<ReplyRunner>();
        services.AddSingleton<ConnectedClock>();
        // The runner stops last: it lets replies finish while leases are still renewed.
        services.AddHostedService(provider => provider.GetRequiredService<ReplyRunner>());
        services.AddHostedService<ReplyLeases>();
        services.AddHostedService(provider => provider.GetRequiredService<ConnectedClock>());
        services.AddHostedService<RemoteChanges>();
        services.AddSingleton<ConversationEvents>();
        services.AddSingleton<SendMessage>();
        services.AddSingleton<EndConversation>();
        services.AddSingleton<NewSeed>(() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));
        services.AddScoped<StartConversation>();
        services.AddScoped<StartAttempt>();
        services.AddScoped<OpenWork>();
        services.AddScoped<ShareConversation>();
        services.AddScoped<ReadDueSoon>();
        services.AddScoped<StudentAssignments>();
        services.AddScoped<GiveBackAttempt>();
        services.AddScoped<ReadMatrix>();
        services.AddScoped<IRunningAttempts, RunningAttempts>();
        services.AddScoped<IAssignmentWork, RunningAttempts>();
        services.AddScoped<StopReply>();
        services.AddScoped<RetryReply>();
        services.AddScoped<SaveNotes>();
        services.AddScoped<AskCoach>();
        services.AddScoped<ReadConversations>();
        services.AddScoped<ExportConversation>();
        services.AddScoped<StudentLibrary>();
        services.AddScoped<IClientUse, ConversationsUseClients>();
        services.AddScoped<InterviewPageModel>();
        services.AddSingleton(new NavEntry(Roles.Student, 5, "Assignments", "/assignments", "task"));
        services.AddSingleton(new NavEntry(Roles.Student, 10, "Practice", "/practice", "library"));
        services.AddSingleton(new NavEntry(Roles.Student, 30, "History", "/history", "note"));
        services.AddScoped<AskForContact>();
        services.AddTesting();
    }

    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        app.MapApi("/student/clients", Policies.Student).WithTags("student").MapGet("", ConversationEndpoints.LibraryAsync);
        MapAttempts(app);
        MapConversationApi(app.MapApi("/conversations").WithTags("conversations"));
        app.MapConversationForms();
        app.MapTesting();
    }

    private static void MapAttempts(IEndpointRouteBuilder app)
    {
        var student = app.MapApi("/student/assignments", Policies.Student).WithTags("student");
        student.MapGet(
            "",
            async (Guid? sectionId, CurrentUser user, StudentAssignments list, CancellationToken ct) =>
                new KeysetPage<StudentAssignment>(await list.ListAsync(user, sectionId, null, ct), null)
        );
        student.MapGet(
            "/{id:guid}",
            (Guid id, CurrentUser user, StudentAssignments list, CancellationToken ct) => list.OneAsync(user, id, ct)
        );
        app.MapGroup("/teaching/attempts")
            .RequireAuthorization(Policies.SignedIn)
            .WithAntiforgeryForCookies()
            .ExcludeFromDescription()
            .MapPost(
                "/{id:guid}/give-back",
                (Guid id, CurrentUser user, GiveBackAttempt give, HttpContext context, CancellationToken ct) =>
                    SectionForms.TryAsync(
                        context,
                        "/sections",
                        async () =>
                        {
                            var conversation = await give.HandleAsync(user, id, ct);
                            return ($"/sections/{conversation.SectionId}", "Given back. The attempt does not count as used.");
                        }
                    )
            );
        app.MapApi("/conversations")
            .WithTags("assignments")
            .MapPost(
                "/{id:guid}/give-back",
                async (Guid id, CurrentUser user, GiveBackAttempt give, CancellationToken ct) =>
                    AttemptView.Of(await give.HandleAsync(user, id, ct))
            );
    }

    private static void MapConversationApi(RouteGroupBuilder group)
    {
        group.MapPost("", ConversationEndpoints.StartAsync);
        group.MapGet("", ConversationEndpoints.ListAsync);
        group.MapGet(
            "/{id:guid}",
            (Guid id, CurrentUser user, ReadConversations read, CancellationToken ct) => read.OneAsync(user, id, ct)
        );
        group.MapGet(
            "/{id:guid}/messages",
            (Guid id, int? limit, string? after, CurrentUser user, ReadConversations read, CancellationToken ct) =>
                read.MessagesAsync(user, id, limit, after, ct)
        );
        group.MapPost("/{id:guid}/messages", ConversationEndpoints.SendAsync);
        group.MapGet("/{id:guid}/events", EventStream.WriteAsync);
        group.MapPost("/{id:guid}/stop", ConversationEndpoints.StopAsync);
        group.MapPost("/{id:guid}/replies/{replyId:guid}/retry", ConversationEndpoints.RetryAsync);
        group.MapPost("/{id:guid}/end", ConversationEndpoints.EndAsync);
        group.MapPut(
            "/{id:guid}/notes",
            (Guid id, SaveNotesInput input, CurrentUser user, SaveNotes save, CancellationToken ct) => save.HandleAsync(user, id, input, ct)
        );
        group.MapPost(
            "/{id:guid}/coach",
            async (Guid id, CurrentUser user, AskCoach ask, CancellationToken ct) => (await ask.HandleAsync(user, id, ct)).Note
        );
        group.MapPut("/{id:guid}/sharing", ConversationEndpoints.ShareAsync);
        group.MapGet("/{id:guid}/export.md", ConversationEndpoints.ExportAsync);
    }
}
