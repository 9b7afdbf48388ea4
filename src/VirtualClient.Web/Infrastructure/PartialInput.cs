using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;

namespace VirtualClient.Web.Infrastructure;

/// <summary>
/// Knows which of its fields the caller named, and so the difference between a field that was left out and one that was set to null. A
/// property says so itself: <c>public string? Name { get; set => field = Named(value); }</c>.
/// </summary>
public abstract class NamedInput : IValidatableObject
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public bool NamesNothing => names.Count == 0;

    public bool Names(string property) => names.Contains(property);

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from property in Required
        where Names(property) && GetType().GetProperty(property)!.GetValue(this) is null
        select new ValidationResult("This cannot be empty.", [property]);

    /// <summary>What may be left out but not set to null.</summary>
    protected virtual IReadOnlyList<string> Required => [];

    protected T Named<T>(T value, [CallerMemberName] string property = "")
    {
        names.Add(property);
        return value;
    }
}

/// <summary>A partial update: changes only what it names. One that names nothing is answered 400.</summary>
public abstract class PartialInput : NamedInput
{
    [Required(ErrorMessage = "Send the version that this change is based on.")]
    public int? Version { get; set; }
}
