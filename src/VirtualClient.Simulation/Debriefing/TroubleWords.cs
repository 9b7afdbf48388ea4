namespace VirtualClient.Simulation.Debriefing;

/// <summary>
/// What is said about a moment worth another try. A goal is in the third person and about the moment. In the two wordings "{quote}" is the
/// client's own sentence and "{you}" the same turned to the client; what stands in square brackets goes when there is none.
/// </summary>
internal sealed record TroubleWords(string Title, PracticeArea Area, string Goal, string Plain, string Reflective)
{
    public static TroubleWords Of(Trouble trouble) =>
        trouble switch
        {
            Trouble.Breach => new(
                "Crossed a line",
                PracticeArea.Professionalism,
                "It might help to stop, own what was said and give {name} room to answer or not.",
                "I'm sorry. That was not right of me to say.[ You were telling me: {quote}]",
                "[{you}, and ]I answered badly. I am sorry for that."
            ),
            Trouble.Blame => new(
                "Could land as blame",
                PracticeArea.Empathy,
                "It might help to find out how it looks from where {name} stands before saying what it looks like from outside.",
                "[You said: {quote} ]Help me see how that looks from where you are.",
                "[{you}, and ]You have had to handle it your own way so far."
            ),
            Trouble.Advice => new(
                "Advice before it was wanted",
                PracticeArea.Suggestions,
                "It might help to hear what {name} has thought of already, and to ask before offering anything.",
                "[You said: {quote} ]What have you already tried, or thought of trying?",
                "[{you}. ]There may be no quick way out of that."
            ),
            Trouble.Reassurance => new(
                "Reassured before hearing",
                PracticeArea.Validation,
                "It might help to let it be as hard as it is for a moment; comfort is believed later, when the hard part was heard.",
                "[You said: {quote} ]That sounds hard. Tell me more about it.",
                "[{you}, and ]Nothing about that is small right now."
            ),
            Trouble.FactPassedOver => new(
                "Moved past something just told",
                PracticeArea.Empathy,
                "It might help to stay one turn with what {name} just trusted to this room.",
                "Thank you for telling me.[ You said: {quote}] How is it to say that out loud?",
                "[{you}. ]That took something to say."
            ),
            Trouble.FeelingLeft => new(
                "Moved on from a feeling",
                PracticeArea.Empathy,
                "It might help to name the feeling or leave a silence, and to come back to the next question after it.",
                "I'd like to stay with that for a moment.[ You said: {quote}]",
                "[{you}. ]I can hear what that does to you."
            ),
            Trouble.QuestionUnanswered => new(
                "The client’s question waited",
                PracticeArea.Structure,
                "It might help to answer first, even with not knowing yet; a question that is passed over comes back as distance.",
                "You asked me something, and I went past it. I don't know yet; I will find out and tell you.",
                "You want to know where you stand before you go on. That makes sense."
            ),
            Trouble.Pressed => new(
                "Asked again what had been turned away",
                PracticeArea.Questions,
                "It might help to leave it, say that it is left, and let {name} come back to it.",
                "We can leave that where it is.[ You said: {quote}] What would you rather talk about today?",
                "Some of this is yours to keep for now. I won't ask about it again today."
            ),
            Trouble.ClosedRun => new(
                "One short question after another",
                PracticeArea.Questions,
                "It might help to take up the last answer before asking for the next one.",
                "[You said: {quote} ]What is that like, day to day?",
                "[{you}. ]Say more, if you like."
            ),
            Trouble.Leading => new(
                "A question that held its answer",
                PracticeArea.Questions,
                "It might help to ask so that any answer is as easy to give as any other.",
                "[You said: {quote} ]How is that for you?",
                "[{you}, and ]I do not know yet what that means to you."
            ),
            Trouble.TwoQuestions => new(
                "Two questions at once",
                PracticeArea.Questions,
                "It might help to ask the one that matters more and wait for its answer.",
                "One thing first.[ You said: {quote}] What is that like?",
                "[{you}. ]I'd like to hear just about that."
            ),
            Trouble.OwnStory => new(
                "A long story of one’s own",
                PracticeArea.SelfDisclosure,
                "It might help to keep it to half a sentence, or to oneself, and to come back to {name}.",
                "[You said: {quote} ]I want to hear how it is for you.",
                "[{you}, and ]That is a story of its own."
            ),
            Trouble.Secrecy => new(
                "Promised more privacy than can be kept",
                PracticeArea.Professionalism,
                "It might help to say at once what stays private and what cannot, in plain words, before it is needed.",
                "What you tell me stays with us, unless somebody could get hurt. Then I would have to bring in others, and I would tell you first.",
                "It matters to you who hears this.[ {you}.] Most of it stays here; if somebody could be hurt I would have to act, and you would know."
            ),
            Trouble.Jargon => new(
                "A word from the field",
                PracticeArea.Professionalism,
                "It might help to say it as {name} would say it at home.",
                "[You said: {quote} ]Let me put it plainly: what would help first?",
                "[{you}. ]In plain words, that is what this is about."
            ),
            Trouble.Parroted => new(
                "The same words back",
                PracticeArea.Reflections,
                "It might help to guess what is under the words and say that instead.",
                "[You said: {quote} ]What is the hardest part of that?",
                "[{you}, and ]There is more under that than the words say."
            ),
            Trouble.TooMuchAtOnce => new(
                "Much at once",
                PracticeArea.Structure,
                "It might help to say one thing and stop, so that {name} can take it up.",
                "[You said: {quote} ]Tell me about that first.",
                "[{you}.]"
            ),
            _ => new(
                "A short question after a feeling",
                PracticeArea.Reflections,
                "It might help to give the feeling back before asking for a detail.",
                "[You said: {quote} ]What is that like for you?",
                "[{you}. ]That stays with a person."
            ),
        };
}
