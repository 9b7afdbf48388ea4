using System.Globalization;
using VirtualClient.Simulation.Client;

namespace VirtualClient.Web.Features.ClientProfiles.Editor;

/// <summary>A persona as the editor's fields.</summary>
internal static class EditorText
{
    public static EditorFields Of(Persona p)
    {
        var fields = EditorFields.Empty();
        fields["name"] = p.Name;
        fields["age"] = p.Age.ToString(CultureInfo.InvariantCulture);
        fields["pronouns"] = p.Pronouns ?? "";
        fields["gender"] = p.Gender ?? "";
        fields["race"] = p.Race ?? "";
        fields["socioeconomicStatus"] = p.SocioeconomicStatus ?? "";
        fields["setting"] = p.Setting;
        fields["scene"] = p.Scene ?? "";
        fields["summary"] = p.Summary;
        fields["referral.referredBy"] = p.Referral.ReferredBy;
        fields["referral.whyNow"] = p.Referral.WhyNow;
        fields["referral.whatIsKnown"] = p.Referral.WhatIsKnown;
        fields["referral.task"] = p.Referral.Task;
        fields["presentingConcern"] = p.PresentingConcern;
        fields["story"] = p.Story;
        fields["wish"] = p.Wish;
        fields["style"] = Codes.Of(p.Style);
        fields["difficulty"] = Codes.Of(p.Difficulty);
        fields["kindOfInterview"] = Codes.Of(p.KindOfInterview);
        fields["openingLine"] = p.OpeningLine ?? "";
        fields["contentNote"] = p.ContentNote ?? "";
        fields["reviewedBy"] = p.ReviewedBy;
        fields["mayLeave"] = p.MayLeave switch
        {
            true => "true",
            false => "false",
            _ => "",
        };
        fields.Set("issues", p.Issues.Select(Codes.Of));
        fields.Set("hiddenIssues", p.HiddenIssues.Select(Codes.Of));
        fields.Set("traits", p.Traits.Select(Codes.Of));
        fields.Set("buildsTrust.more", p.BuildsTrust.More.Select(Codes.Of));
        fields.Set("buildsTrust.less", p.BuildsTrust.Less.Select(Codes.Of));
        foreach (var reason in p.TraitReasons)
        {
            fields[$"traitReasons.{Codes.Of(reason.Trait)}"] = reason.Reason;
        }

        foreach (var (name, lines) in Lists(p))
        {
            fields.SetLines(name, lines);
        }

        foreach (var no in p.CleanNos)
        {
            fields.SetLines($"cleanNos.{Codes.Of(no.Risk)}", no.OwnWords);
        }

        for (var i = 0; i < p.PlainFacts.Count; i++)
        {
            fields[$"plainFacts[{i}].words"] = string.Join(", ", p.PlainFacts[i].Words);
            fields[$"plainFacts[{i}].answer"] = p.PlainFacts[i].Answer;
        }

        for (var i = 0; i < p.Disclosures.Count; i++)
        {
            Put(fields, i, p.Disclosures[i]);
        }

        return fields;
    }

    /// <summary>Writes a disclosure into card <paramref name="index"/>.</summary>
    public static void Put(EditorFields fields, int index, Disclosure d)
    {
        var at = $"disclosures[{index}].";
        fields[at + "id"] = d.Id;
        fields[at + "title"] = d.Title;
        fields[at + "fact"] = d.Fact;
        fields.SetLines(at + "ownWords", d.OwnWords);
        fields[at + "topics"] = string.Join(
            ", ",
            d.Topics.Select(topic => Codes.Find<Issue>(topic) is { } issue ? ClientWords.Of(issue) : topic)
        );
        fields[at + "level"] = d.Level.ToString("0.0", CultureInfo.InvariantCulture);
        fields[at + "pace"] = Codes.Of(d.Pace);
        fields.Check(at + "discomfort", d.Discomfort);
        fields[at + "deflection"] = d.Deflection;
        fields.Set(at + "requires", d.Requires);
        fields[at + "importance"] = Codes.Of(d.Importance);
        fields.Check(at + "directQuestion", d.DirectQuestion);
        fields[at + "risk"] = d.Risk is { } risk ? Codes.Of(risk) : "";
        fields[at + "partialAnswer"] = d.PartialAnswer ?? "";
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Lines)> Lists(Persona p) =>
        [
            ("strengths", p.Strengths),
            ("learningGoals", p.LearningGoals),
            ("ownQuestions", p.OwnQuestions),
            ("cues", p.Cues),
            ("principles", p.Principles),
            ("speech.openers", p.Speech.Openers),
            ("speech.fillers", p.Speech.Fillers),
            ("speech.yes", p.Speech.Yes),
            ("speech.no", p.Speech.No),
            ("speech.minimal", p.Speech.Minimal),
            ("speech.heard", p.Speech.Heard),
            ("speech.bristle", p.Speech.Bristle),
        ];
}
