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
        app.MapApi("/student/clients", Policies.Student)
            .WithTags("student")
            .MapGet("", ConversationEndpoints.LibraryAsync)
            .WithSummary("The clients that a student can practice with")
            .Produces<KeysetPage<StudentClient>>();
        MapAttempts(app);
        MapConversationApi(app.MapApi("/conversations").WithTags("conversations"));
        app.MapConversationForms();
        app.MapTesting();
    }

    private static void MapAttempts(IEndpointRouteBuilder app)
    {
        var student = app.MapApi("/student/assignments", Policies.Student).WithTags("student");
        student
            .MapGet(
                "",
                async (Guid? sectionId, CurrentUser user, StudentAssignments list, CancellationToken ct) =>
                    new KeysetPage<StudentAssignment>(await list.ListAsync(user, sectionId, null, ct), null)
            )
            .WithSummary("The assignments of a student, with own dates and attempts");
        student
            .MapGet("/{id:guid}", (Guid id, CurrentUser user, StudentAssignments list, CancellationToken ct) => list.OneAsync(user, id, ct))
            .WithSummary("One assignment, as the student who is asked for it sees it");
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
            )
            .WithSummary("Give a student an ended attempt back, so that it does not count as used");
    }

    private static void MapConversationApi(RouteGroupBuilder group)
    {
        group
            .MapPost("", ConversationEndpoints.StartAsync)
            .WithSummary("Begin a conversation with a client, or get the one that is under way")
            .WithDescription(
                "201 is a new conversation, 200 the one that is under way. With `assignmentId` it is an attempt. A teacher sends `test`: true and may choose `modelRoute` and `promptOverride`."
            )
            .Produces<ConversationView>(StatusCodes.Status201Created)
            .Produces<ConversationView>();
        group
            .MapGet("", ConversationEndpoints.ListAsync)
            .WithSummary("One's own conversations, newest first")
            .Produces<KeysetPage<ConversationView>>();
        group
            .MapGet("/{id:guid}", (Guid id, CurrentUser user, ReadConversations read, CancellationToken ct) => read.OneAsync(user, id, ct))
            .WithSummary("One of one's own conversations");
        group
            .MapGet(
                "/{id:guid}/messages",
                (Guid id, int? limit, string? after, CurrentUser user, ReadConversations read, CancellationToken ct) =>
                    read.MessagesAsync(user, id, limit, after, ct)
            )
            .WithSummary("What was said in a conversation, in order");
        group
            .MapPost("/{id:guid}/messages", ConversationEndpoints.SendAsync)
            .WithSummary("Say something to the client; the reply follows in the events")
            .WithDescription(
                "Make a new `clientMessageId` for each message: the same one again is the same message. `wait`: true says nothing on purpose. One message at a time: while a reply is being made, another one is 409."
            )
            .Produces<Accepted>(StatusCodes.Status202Accepted);
        group
            .MapGet("/{id:guid}/events", EventStream.WriteAsync)
            .WithSummary("Follow a conversation as it happens, as server-sent events")
            .WithDescription(
                "Every event has an id that says how far its reader has read. Without a position the stream begins with all there is (`snapshot`). It stays open until the conversation ends; after 15 seconds without news comes a `ping`."
            )
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        group
            .MapPost("/{id:guid}/stop", ConversationEndpoints.StopAsync)
            .WithSummary("Stop the reply that is being made; what was shown of it stays")
            .Produces(StatusCodes.Status204NoContent);
        group
            .MapPost("/{id:guid}/replies/{replyId:guid}/retry", ConversationEndpoints.RetryAsync)
            .WithSummary("Ask for another reply to the same message, after one that failed or broke off")
            .Produces<Accepted>(StatusCodes.Status202Accepted);
        group
            .MapPost("/{id:guid}/end", ConversationEndpoints.EndAsync)
            .WithSummary("End a conversation; ending it twice changes nothing")
            .Produces<ConversationView>();
        group
            .MapPut(
                "/{id:guid}/notes",
                (Guid id, SaveNotesInput input, CurrentUser user, SaveNotes save, CancellationToken ct) =>
                    save.HandleAsync(user, id, input, ct)
            )
            .WithSummary("Save one's private notes on a conversation");
        group
            .MapPost(
                "/{id:guid}/coach",
                async (Guid id, CurrentUser user, AskCoach ask, CancellationToken ct) => (await ask.HandleAsync(user, id, ct)).Note
            )
            .WithSummary("Ask for one hint for the next turn, where hints are allowed");
        group
            .MapPut("/{id:guid}/sharing", ConversationEndpoints.ShareAsync)
            .WithSummary("Let the teachers of a section read an ended practice conversation, or take that back")
            .Produces(StatusCodes.Status204NoContent);
        group
            .MapGet("/{id:guid}/export.md", ConversationEndpoints.ExportAsync)
            .WithSummary("A conversation as a text to read and print")
            .Produces<string>(StatusCodes.Status200OK, "text/markdown");
    }
}
