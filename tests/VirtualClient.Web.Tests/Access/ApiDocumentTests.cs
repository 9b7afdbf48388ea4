using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VirtualClient.Simulation.Client;
using VirtualClient.Web.Data;
using VirtualClient.Web.Infrastructure;
using VirtualClient.Web.Infrastructure.OpenApi;
using VirtualClient.Web.Tests.Hosting;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace VirtualClient.Web.Tests.Access;

/// <summary>The description of the API, for people who write programs: nothing in it is without words, and what it shows works.</summary>
public sealed class ApiDocumentTests(EveryTest every)
{
    /// <summary>What most programs read.</summary>
    private static readonly string[] Shown =
    [
        "Accepted",
        "AssessmentView",
        "AssignmentView",
        "ConversationView",
        "DebriefView",
        "EnrollmentView",
        "GradebookView",
        "JobView",
        "Me",
        "MessageView",
        "OverviewView",
        "PairView",
        "RubricView",
        "SectionView",
        "StudentAssignment",
        "StudentClient",
        "StudentSection",
        "TeacherClient",
        "Tokens",
        "UsageView",
    ];

    [Fact]
    public async Task Every_operation_says_in_a_sentence_of_its_own_what_it_does()
    {
        var operations = await OperationsAsync();
        Assert.True(operations.Count > 100, "hardly any operation was found");
        Assert.Empty(operations.Where(o => string.IsNullOrWhiteSpace(Text(o.Value, "summary"))).Select(o => o.Key));
        var twice = operations
            .GroupBy(o => Text(o.Value, "summary")!, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(o => o.Key))}");
        Assert.Empty(twice);
        Assert.Empty(operations.Where(o => Text(o.Value, "summary")!.EndsWith('.')).Select(o => o.Key));
    }

    [Fact]
    public async Task Every_parameter_says_what_it_means()
    {
        var silent =
            from operation in await OperationsAsync()
            from parameter in operation.Value["parameters"]?.AsArray() ?? []
            where string.IsNullOrWhiteSpace(Text(parameter!, "description"))
            select $"{operation.Key} {Text(parameter!, "name")}";
        Assert.Empty(silent);
    }

    [Fact]
    public async Task Every_body_that_is_sent_has_an_example()
    {
        var without =
            from operation in await OperationsAsync()
            where operation.Value["requestBody"] is not null && Example(operation.Value) is null
            select operation.Key;
        Assert.Empty(without);
    }

    [Fact]
    public async Task What_most_programs_read_has_an_example_with_the_fields_it_has()
    {
        var document = await DocumentAsync();
        var schemas = document["components"]!["schemas"]!.AsObject();
        Assert.Empty(Shown.Where(name => schemas[name]?["examples"] is null));
        var wrong =
            from schema in schemas
            from example in schema.Value!["examples"]?.AsArray() ?? []
            from fault in Faults(example, schema.Value!, schemas, schema.Key)
            select fault;
        Assert.Empty(wrong);
    }

    /// <summary>Read and checked as the program does; a field that was renamed, a word that is no longer one, a length that is now too much.</summary>
    [Fact]
    public async Task Every_example_of_a_body_is_one_that_the_program_takes()
    {
        var operations = await OperationsAsync();
        var options = new JsonSerializerOptions(every.Host.Services.GetRequiredService<IOptions<HttpJson>>().Value.SerializerOptions)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        var wrong = new List<string>();
        foreach (var (name, type) in BodyTypes().Where(body => body.Value.Name.EndsWith("Input", StringComparison.Ordinal)))
        {
            var input = Example(operations[name]).Deserialize(type, options)!;
            wrong.AddRange(Validation.Check(input).Select(fault => $"{name} {fault.Key}: {string.Join(' ', fault.Value)}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task No_example_is_left_of_what_is_gone()
    {
        var document = await DocumentAsync();
        var known = (await OperationsAsync()).Keys.Concat(document["components"]!["schemas"]!.AsObject().Select(schema => schema.Key));
        Assert.Empty(ApiExamples.Load().Names.Except(known.Append(nameof(Persona))));
    }

    [Fact]
    public async Task The_words_that_are_shown_of_the_vocabulary_are_in_it()
    {
        var shown = (await OperationsAsync())["GET /vocabulary"]["responses"]!["200"]!["content"]!["application/json"]!["example"]!;
        var student = await every.Host.NewStudentAsync();
        var words = (await student.GetAsync("/api/v1/vocabulary")).Is(200).Json!.AsObject();
        Assert.Equal(words.Select(list => list.Key), shown.AsObject().Select(list => list.Key));
        foreach (var (name, list) in shown.AsObject())
        {
            Assert.Empty(
                list!.AsArray().Select(w => w!.GetValue<string>()).Except(words[name]!.AsArray().Select(w => w!.GetValue<string>()))
            );
        }
    }

    [Fact]
    public async Task What_the_examples_make_is_made()
    {
        var operations = await OperationsAsync();
        var teacher = await every.Host.NewPersonAsync(Roles.Teacher);
        await MadeAsync("POST /clients");
        await MadeAsync("POST /rubrics");
        await MadeAsync("POST /clients/import");
        await MadeAsync("POST /rubrics/import");
        await MadeAsync("POST /clients/from-template");
        await MadeAsync("POST /comment-bank");
        var section = await MadeAsync("POST /sections");
        await MadeAsync("POST /sections/{id}/enrollments", section);
        var assignment = await MadeAsync("POST /sections/{id}/assignments", section);
        await MadeAsync("POST /assignments/{id}/clients", assignment);
        await MadeAsync("POST /sections/{id}/copy", section);
        var roster = Example(operations["POST /sections/{id}/enrollments/import"])!.GetValue<string>();
        var looked = await teacher.PostTextAsync($"/api/v1/sections/{section}/enrollments/import?dryRun=true", roster, "text/csv");
        Assert.Empty(looked.Is(200).Json!["errors"]!.AsArray());
        var student = await every.Host.NewStudentAsync();
        var begun = (await student.PostAsync("/api/v1/conversations", Example(operations["POST /conversations"]))).Is(201).Text("id");
        (await student.PostAsync($"/api/v1/conversations/{begun}/messages", Example(operations["POST /conversations/{id}/messages"]))).Is(
            202
        );

        async Task<string> MadeAsync(string operation, string? id = null)
        {
            var path = "/api/v1" + operation["POST ".Length..].Replace("{id}", id, StringComparison.Ordinal);
            var made = (await teacher.PostAsync(path, Example(operations[operation]))).Is(201);
            return made.Json!["id"]?.GetValue<string>() ?? "";
        }
    }

    private async Task<JsonNode> DocumentAsync() => (await every.Host.Anonymous().GetAsync("/openapi/v1.json")).Is(200).Json!;

    /// <summary>By "GET /sections/{id}".</summary>
    private async Task<IReadOnlyDictionary<string, JsonNode>> OperationsAsync() =>
        (
            from path in (await DocumentAsync())["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select (
                Name: $"{operation.Key.ToUpperInvariant()} {path.Key.Replace("/api/v1", "", StringComparison.Ordinal)}",
                operation.Value
            )
        ).ToDictionary(one => one.Name, one => one.Value);

    private Dictionary<string, Type> BodyTypes() =>
        (
            from operation in every
                .Host.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>()
                .ApiDescriptionGroups.Items.SelectMany(listed => listed.Items)
            from parameter in operation.ParameterDescriptions
            where parameter.Source == BindingSource.Body
            select (Name: $"{operation.HttpMethod} {ApiDocument.PathOf(operation)}", parameter.Type)
        ).ToDictionary(one => one.Name, one => one.Type);

    private static JsonNode? Example(JsonNode operation) =>
        operation["requestBody"]?["content"]?.AsObject().Select(media => media.Value!["example"]).FirstOrDefault();

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();

    /// <summary>Some answers leave out what is null.</summary>
    private static bool MayBeNull(JsonNode schema) =>
        (schema["type"] is JsonArray types && types.Any(type => type!.GetValue<string>() == "null"))
        || schema["oneOf"]?.AsArray().Any(one => one!["type"]?.GetValue<string>() == "null") == true;

    /// <summary>Fields that the type does not have, and fields that it always has and the example does not.</summary>
    private static IEnumerable<string> Faults(JsonNode? example, JsonNode schema, JsonObject schemas, string where)
    {
        if (schema["oneOf"]?.AsArray().FirstOrDefault(one => one!["$ref"] is not null) is { } one)
        {
            schema = one;
        }

        if (Text(schema, "$ref") is { } reference)
        {
            schema = schemas[reference.Split('/')[^1]]!;
        }

        if (example is JsonArray items && schema["items"] is { } item)
        {
            return items.SelectMany(each => Faults(each, item, schemas, where + "[]"));
        }

        if (example is not JsonObject fields || schema["properties"]?.AsObject() is not { } properties)
        {
            return [];
        }

        var extra = fields.Where(field => !properties.ContainsKey(field.Key)).Select(field => $"{where}.{field.Key} is not there");
        var missing = (schema["required"]?.AsArray() ?? [])
            .Select(name => name!.GetValue<string>())
            .Where(name => !fields.ContainsKey(name) && !MayBeNull(properties[name]!))
            .Select(name => $"{where}.{name} is missing");
        var inside = fields
            .Where(field => properties.ContainsKey(field.Key))
            .SelectMany(field => Faults(field.Value, properties[field.Key]!, schemas, $"{where}.{field.Key}"));
        return extra.Concat(missing).Concat(inside);
    }
}
