using System.Text.Json.Nodes;
using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Clients;

/// <summary>What is allowed in a client and most likely not meant: said to a script and in the editor, and only while it is so.</summary>
public sealed class WarningTests(EveryTest every)
{
    private const string Whole = "disclosures";

    /// <param name="mends">What makes a client that draws no warning.</param>
    /// <param name="breaks">What is done to that client.</param>
    private sealed record Slip(string Code, string Sentence, Action<JsonObject> Mends, Action<JsonObject> Breaks)
    {
        /// <summary>Where it is said, in the broken persona.</summary>
        public Func<JsonObject, string> Field { get; init; } = _ => Whole;
    }

    private static readonly Slip[] Slips =
    [
        new("nothing_opens", "Nothing opens before trust 3.5", AsWritten, persona => Each(persona, fact => fact["level"] = 3.5m)),
        new("no_core", "mark one as core", AsWritten, persona => Each(persona, fact => fact["importance"] = "supporting")),
        new("no_core_on_hard", "On demanding, not even a skilled interviewer", Hard, OutOfReach),
        new("opens_at_once", "this opens to the first question that comes near it", AsWritten, Open)
        {
            Field = persona => $"disclosures[{Facts(persona).ToList().FindIndex(IsCore)}].level",
        },
    ];

    public static TheoryData<string> Codes => [.. Slips.Select(slip => slip.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task What_is_most_likely_not_meant_is_said_until_it_is_mended(string code)
    {
        var slip = Slips.Single(s => s.Code == code);
        var desk = await ClientDesk.NewAsync(every.Host);
        var persona = (await desk.Client.ReadAsync()).Json!["persona"]!.DeepClone().AsObject();
        slip.Mends(persona);
        Assert.Empty(await WarnedAsync(desk, persona));
        var mended = persona.DeepClone().AsObject();

        slip.Breaks(persona);
        var warning = (await WarnedAsync(desk, persona)).Single(w => w.Code == code);
        var field = slip.Field(persona);
        Assert.Equal(field, warning.Field);
        Assert.Contains(slip.Sentence, warning.Sentence, StringComparison.Ordinal);

        await SaveAsync(desk, persona);
        Assert.Contains(slip.Sentence, await NoteAsync(desk, field), StringComparison.Ordinal);
        Assert.Contains(code, (await PreviewAsync(desk)).Select(w => w.Code));

        await SaveAsync(desk, mended);
        Assert.Equal("", await NoteAsync(desk, field));
        Assert.Empty(await PreviewAsync(desk));
    }

    [Fact]
    public async Task A_demanding_client_whose_core_is_out_of_reach_draws_no_warning_while_the_meeting_is_an_easier_one()
    {
        var desk = await ClientDesk.NewAsync(every.Host);
        var persona = (await desk.Client.ReadAsync()).Json!["persona"]!.DeepClone().AsObject();
        OutOfReach(persona);
        Assert.DoesNotContain(await WarnedAsync(desk, persona), warning => warning.Code == "no_core_on_hard");
    }

    private sealed record Warning(string Field, string Code, string Sentence);

    /// <summary>Nothing is stored.</summary>
    private static async Task<List<Warning>> WarnedAsync(ClientDesk desk, JsonObject persona) =>
        Read((await desk.Api.PostAsync("/api/v1/clients/validate", persona)).Is(200));

    /// <summary>Of the stored client's file, before anybody imports it.</summary>
    private static async Task<List<Warning>> PreviewAsync(ClientDesk desk)
    {
        var file = (await desk.Api.GetAsync(desk.Client.Path + "/export")).Is(200).Content;
        return Read((await desk.Api.PostTextAsync("/api/v1/clients/import?dryRun=true", file, "application/json")).Is(200));
    }

    private static List<Warning> Read(Answer answer) =>
        [
            .. answer.Json!["warnings"]!
                .AsArray()
                .Select(w => new Warning(
                    w!["field"]!.GetValue<string>(),
                    w["code"]!.GetValue<string>(),
                    w["sentence"]!.GetValue<string>()
                )),
        ];

    private static async Task SaveAsync(ClientDesk desk, JsonObject persona) =>
        (
            await desk.Client.ChangeAsync(
                new JsonObject { [Whole] = persona[Whole]!.DeepClone(), ["difficulty"] = persona["difficulty"]!.DeepClone() }
            )
        ).Is(200);

    /// <summary>What stands at a field of the editor where somebody can see it.</summary>
    private static async Task<string> NoteAsync(ClientDesk desk, string field)
    {
        var note = (await desk.EditorAsync()).Document.QuerySelector($"[data-note='{field}']");
        Assert.NotNull(note);
        return note.HasAttribute("hidden") ? "" : note.TextContent.Trim();
    }

    private static IEnumerable<JsonObject> Facts(JsonObject persona) => persona[Whole]!.AsArray().Select(fact => fact!.AsObject());

    private static bool IsCore(JsonObject fact) => fact["importance"]!.GetValue<string>() == "core";

    private static void Each(JsonObject persona, Action<JsonObject> change)
    {
        foreach (var fact in Facts(persona))
        {
            change(fact);
        }
    }

    private static void AsWritten(JsonObject persona) { }

    private static void Hard(JsonObject persona) => persona["difficulty"] = "hard";

    /// <summary>Every core fact at the highest level, each of them after everything that is not core.</summary>
    private static void OutOfReach(JsonObject persona)
    {
        var first = Facts(persona).Where(fact => !IsCore(fact)).Select(fact => fact["id"]!.GetValue<string>()).ToList();
        Each(
            persona,
            fact =>
            {
                fact["level"] = 3.5m;
                fact["requires"] = new JsonArray([.. IsCore(fact) ? first.Select(id => JsonValue.Create(id)) : []]);
            }
        );
        // Something opens early, so that this is about the core alone.
        Facts(persona).First(fact => !IsCore(fact))["level"] = 1.5m;
    }

    private static void Open(JsonObject persona)
    {
        var core = Facts(persona).First(IsCore);
        core["level"] = 1.0m;
        core["requires"] = new JsonArray();
    }
}
