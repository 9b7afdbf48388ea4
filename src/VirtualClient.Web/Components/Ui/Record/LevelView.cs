namespace VirtualClient.Web.Components.Ui.Record;

/// <summary>One level of a criterion as the rubric has it.</summary>
/// <param name="Code">Stored value ("satisfactory").</param>
/// <param name="Points">As written ("2").</param>
public sealed record LevelView(string Code, string Points, string Label);
