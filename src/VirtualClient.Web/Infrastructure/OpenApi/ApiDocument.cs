using System.Net.Mime;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace VirtualClient.Web.Infrastructure.OpenApi;

/// <summary>What /openapi/v1.json says beside routes and types: examples, and what a parameter means.</summary>
internal static partial class ApiDocument
{
    private const string Root = "/api/v1";

    private const string About =
        "Sign in with `POST /api/v1/accounts/tokens` and send the `accessToken` as `Authorization: Bearer`. Lists answer with `items` and `next`: "
        + "send `next` as `after` for the page that follows. What can be changed has a `version`, and a change names the one it is based on. "
        + "Refusals are problems with a stable `code`.";

    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            document =>
            {
                // Read when somebody asks for the document, which most servers are never asked for.
                var examples = new Lazy<ApiExamples>(ApiExamples.Load);
                document.AddDocumentTransformer(
                    (whole, _, _) =>
                    {
                        whole.Info.Title = "Virtual Client";
                        whole.Info.Description = About;
                        return Task.CompletedTask;
                    }
                );
                document.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        Explain(operation, context, examples.Value);
                        return Task.CompletedTask;
                    }
                );
                // On the type and not on each answer: a type is part of many answers and lists.
                document.AddSchemaTransformer(
                    (schema, context, _) =>
                    {
                        if (examples.Value.Answer(context.JsonTypeInfo.Type) is { } answer)
                        {
                            schema.Examples = [answer];
                        }

                        return Task.CompletedTask;
                    }
                );
            }
        );

    private static void Explain(OpenApiOperation operation, OpenApiOperationTransformerContext context, ApiExamples examples)
    {
        var route = context.Description;
        var path = PathOf(route);
        var name = $"{route.HttpMethod} {path}";
        foreach (var parameter in operation.Parameters ?? [])
        {
            parameter.Description ??= examples.Parameter(name, path, parameter.Name ?? "");
        }

        if (examples.Body(name, route.ParameterDescriptions.FirstOrDefault(p => p.Source == BindingSource.Body)?.Type) is { } body)
        {
            operation.RequestBody ??= File();
            Show(operation.RequestBody.Content, body);
        }

        if (examples.Answer(name) is { } answer)
        {
            Show(operation.Responses?.GetValueOrDefault("200")?.Content, answer);
        }
    }

    private static void Show(IDictionary<string, OpenApiMediaType>? content, JsonNode example)
    {
        foreach (var media in content?.Values ?? [])
        {
            media.Example = example.DeepClone();
        }
    }

    /// <summary>As the document writes it and without what all have in common: "/sections/{id}" for "api/v1/sections/{id:guid}".</summary>
    internal static string PathOf(ApiDescription route)
    {
        var path = "/" + Constraint().Replace(route.RelativePath ?? "", "").TrimEnd('/');
        return path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : path;
    }

    /// <summary>A route that reads its body by itself says nothing of it; those are spreadsheet files.</summary>
    private static OpenApiRequestBody File() =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaTypeNames.Text.Csv] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        };

    [GeneratedRegex(@":\w+(?=\})")]
    private static partial Regex Constraint();
}
