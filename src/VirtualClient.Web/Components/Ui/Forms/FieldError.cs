using System.Reflection;
using Microsoft.AspNetCore.Components.Forms;

namespace VirtualClient.Web.Components.Ui.Forms;

/// <summary>An answer that needs another look: where it is, what it is called, how to mend it.</summary>
public sealed record FieldError(string FieldId, string Sentence)
{
    /// <summary>
    /// The errors of a form's model and of the objects directly in it, in the order in which their properties are declared. Errors that
    /// belong to no property come first, without a place to jump to.
    /// </summary>
    public static IReadOnlyList<FieldError> Of(EditContext form)
    {
        var errors = form.GetValidationMessages(new FieldIdentifier(form.Model, ""))
            .Select(sentence => new FieldError("", sentence))
            .ToList();
        Add(form, form.Model, errors, depth: 0);
        return errors;
    }

    /// <summary>The id that a field of the model has on the page.</summary>
    public static string IdOf(string fieldName) => "f-" + fieldName.ToLowerInvariant();

    private static void Add(EditContext form, object model, List<FieldError> errors, int depth)
    {
        foreach (var property in model.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0)
            {
                continue;
            }

            var messages = form.GetValidationMessages(new FieldIdentifier(model, property.Name));
            errors.AddRange(messages.Select(sentence => new FieldError(IdOf(property.Name), sentence)));
            if (
                depth == 0
                && property.PropertyType is { IsClass: true } type
                && type.Namespace?.StartsWith("VirtualClient", StringComparison.Ordinal) == true
            )
            {
                if (property.GetValue(model) is { } part)
                {
                    Add(form, part, errors, depth + 1);
                }
            }
        }
    }
}
