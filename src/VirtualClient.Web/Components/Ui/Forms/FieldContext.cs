namespace VirtualClient.Web.Components.Ui.Forms;

/// <summary>What a control inside a <see cref="Field"/> needs: <c>&lt;input @attributes="field.Attributes"&gt;</c>.</summary>
public sealed record FieldContext(string Id, IReadOnlyDictionary<string, object> Attributes);
