using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Components.Ui;
using VirtualClient.Web.Infrastructure;

namespace VirtualClient.Web.Features.ClientProfiles.Library;

/// <summary>The page for a new client: the basic fields, then the editor.</summary>
internal static class NewClientForm
{
    public static async Task<IResult> PostAsync(
        [FromForm] IFormCollection form,
        CurrentUser user,
        CreateClient create,
        StatusMessages messages,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var typed = new NewClientView
        {
            Name = form["name"].ToString().Trim(),
            Age = form["age"].ToString().Trim(),
            Issues = [.. form["issues"].OfType<string>()],
            Traits = [.. form["traits"].OfType<string>()],
            Style = form["style"].ToString(),
            Difficulty = form["difficulty"].ToString(),
        };
        try
        {
            var made = await create.HandleAsync(user, ClientBody.Of(typed.ToJson()), cancellationToken);
            messages.Set(context, Tone.Good, "Here is a first version, filled with starters. Change them until this is a person.");
            return TypedResults.LocalRedirect($"/clients/{made.Id}");
        }
        catch (DomainException e) when (e.Code == "invalid")
        {
            var errors = (IReadOnlyDictionary<string, string[]>)e.Details["errors"]!;
            return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<NewClientDocument>(
                new { View = typed with { Errors = errors } }
            )
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        }
    }
}

/// <summary>What was typed into the form for a new client.</summary>
public sealed record NewClientView
{
    public string Name { get; init; } = "";

    public string Age { get; init; } = "";

    public IReadOnlyList<string> Issues { get; init; } = [];

    public IReadOnlyList<string> Traits { get; init; } = [];

    public string Style { get; init; } = Codes.Of(CommunicationStyle.Casual);

    public string Difficulty { get; init; } = Codes.Of(Simulation.Client.Difficulty.Moderate);

    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    public string? ErrorOf(string field) =>
        Errors.Where(error => error.Key.Split('[')[0] == field).SelectMany(error => error.Value).FirstOrDefault();

    /// <summary>As a request to the API has it.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["name"] = Name,
            ["age"] = int.TryParse(Age, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var years) ? years : Age,
            ["issues"] = new JsonArray([.. Issues.Select(code => (JsonNode)code)]),
            ["traits"] = new JsonArray([.. Traits.Select(code => (JsonNode)code)]),
            ["style"] = Style,
            ["difficulty"] = Difficulty,
        };
}
