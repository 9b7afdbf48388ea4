using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.Debriefs;

/// <summary>The five short questions before the figures, in the words of the kind of interview.</summary>
internal sealed record FiveQuestions(string Wants, string Strengths, string Risk, string WouldDo, string NextStep)
{
    private const string Seen = "How much risk did you see, to {0} or to anybody else?";
    private const string Duty = "Would you report this, or consult somebody? Whom, and by when?";

    public static FiveQuestions For(InterviewKind kind, string name)
    {
        var (wants, strengths, next) = kind switch
        {
            InterviewKind.Assessment => (
                "What matters most to {0} in all of this?",
                "Which strengths belong in the assessment?",
                "What would you find out next, and from whom?"
            ),
            InterviewKind.ChangeTalk => (
                "What speaks for a change, in {0}’s own words?",
                "What has {0} managed before that could help now?",
                "What is the next step that {0} might want?"
            ),
            InterviewKind.Crisis => (
                "What does {0} need tonight?",
                "Who or what has kept {0} going so far?",
                "What has to be settled before anybody goes home?"
            ),
            InterviewKind.InformationAndReferral => (
                "What did {0} come for?",
                "What does {0} already do that works?",
                "Where would you send {0} next, and how would you make sure of it?"
            ),
            InterviewKind.Review => (
                "What does {0} want from the time that is left?",
                "What has {0} achieved since the last meeting?",
                "What would you change in the plan?"
            ),
            InterviewKind.Ending => (
                "What does {0} take away, and what is still open?",
                "Which strengths would you name at the goodbye?",
                "Who is there for {0} from now on?"
            ),
            _ => ("What does {0} want?", "Which strengths did you see?", "What is one next step?"),
        };
        return new FiveQuestions(In(wants), In(strengths), In(Seen), Duty, In(next));

        string In(string words) => words.Replace("{0}", name, StringComparison.Ordinal);
    }
}
