using System.Linq.Expressions;

namespace VirtualClient.Web.Features.Conversations;

public sealed partial class Conversation
{
    /// <summary>A row of a list: without the client, the rubric and the teacher's prompt, which are some 14 KB that no list shows.</summary>
    internal static readonly Expression<Func<Conversation, Conversation>> Listed = c => new Conversation
    {
        Id = c.Id,
        OwnerId = c.OwnerId,
        ClientProfileId = c.ClientProfileId,
        IsTest = c.IsTest,
        Status = c.Status,
        EndReason = c.EndReason,
        ClientName = c.ClientName,
        Seed = c.Seed,
        Turns = c.Turns,
        LastSequence = c.LastSequence,
        ConnectedMs = c.ConnectedMs,
        Notes = c.Notes,
        Version = c.Version,
        Route = c.Route,
        BranchOf = c.BranchOf,
        BranchTurn = c.BranchTurn,
        SharedWith = c.SharedWith,
        SectionId = c.SectionId,
        AssignmentId = c.AssignmentId,
        PairId = c.PairId,
        AttemptNumber = c.AttemptNumber,
        GivenBackAt = c.GivenBackAt,
        Rules = c.Rules,
        DueAt = c.DueAt,
        TimeLimitMs = c.TimeLimitMs,
        LongestMs = c.LongestMs,
        StartedAt = c.StartedAt,
        LastActivityAt = c.LastActivityAt,
        EndedAt = c.EndedAt,
        ScrubbedAt = c.ScrubbedAt,
    };
}
