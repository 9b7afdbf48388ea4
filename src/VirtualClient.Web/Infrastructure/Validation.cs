using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace VirtualClient.Web.Infrastructure;

/// <summary>One class, validated the same for form and API: annotations on the input, 422 with the sentences by field.</summary>
public static class Validation
{
    public static IReadOnlyDictionary<string, string[]> Check(object input)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), results, validateAllProperties: true);
        return results
            .SelectMany(result => result.MemberNames.DefaultIfEmpty("").Select(name => (Name: name, result.ErrorMessage)))
            .GroupBy(pair => JsonNamingPolicy.CamelCase.ConvertName(pair.Name))
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.ErrorMessage ?? "Not valid.").ToArray());
    }

    /// <summary>Checks every argument whose type is one of our inputs.</summary>
    public static TBuilder WithValidation<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(
            async (context, next) =>
            {
                foreach (var argument in context.Arguments)
                {
                    if (argument is PartialInput { NamesNothing: true })
                    {
                        return Problems.Result(400, "empty-update", "Name at least one thing to change.");
                    }

                    if (argument?.GetType().Name.EndsWith("Input", StringComparison.Ordinal) == true)
                    {
                        var errors = Check(argument);
                        if (errors.Count > 0)
                        {
                            return Problems.Invalid(errors);
                        }
                    }
                }

                return await next(context);
            }
        );
}

/// <summary>Required, and more than white space.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotBlankAttribute : ValidationAttribute
{
    public NotBlankAttribute()
        : base("Write something first.") { }

    public override bool IsValid(object? value) => value is string text && !string.IsNullOrWhiteSpace(text);
}
