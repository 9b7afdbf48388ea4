using System.Diagnostics.CodeAnalysis;
using System.Text;
using VirtualClient.Simulation.Assessment;
using VirtualClient.Web.Features.ClientProfiles;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.Rubrics;

/// <summary>A file that was looked into.</summary>
/// <param name="Rubric">Null: it cannot be taken, for the reasons in <paramref name="Places"/>.</param>
public sealed record RubricImportView(string Text, RubricDefinition? Rubric, IReadOnlyList<FilePlace> Places)
{
    public static RubricImportView Of(string text)
    {
        if (text.Length == 0)
        {
            return new(text, null, [new FilePlace(0, "", "Choose a file of up to 2 MB that was exported as a rubric.")]);
        }

        try
        {
            return new(text, RubricFile.Parse(Encoding.UTF8.GetBytes(text)).ToDefinition(), []);
        }
        catch (DomainException e) when (e.Details.TryGetValue("places", out var places) && places is IReadOnlyList<FilePlace> known)
        {
            return new(text, null, known);
        }
    }

    public static bool TryRead(string text, [NotNullWhen(true)] out RubricInput? input)
    {
        try
        {
            input = RubricFile.Parse(Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (DomainException)
        {
            input = null;
            return false;
        }
    }
}
