using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Commands;

namespace TypedMigrations.Cli.Tests;

/// <summary>The file docs/cli.schema.json is the JSON schema of what every verb writes with --json.</summary>
public sealed class JsonIsDocumented : CliTest
{
    private static readonly JsonSchemaExporterOptions Strict = new() { TreatNullObliviousAsNonNullable = true };

    private static string SchemaFile => Path.Combine(Root, "docs", "cli.schema.json");

    [Test]
    public void ByASchemaThatIsKept()
    {
        var schema = Schema().ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = CliJson.ReadableOptions.Encoder }) + "\n";
        if (Environment.GetEnvironmentVariable("TypedMigrations_AcceptSnapshots") is "true")
            File.WriteAllText(SchemaFile, schema);

        Assert.That(File.ReadAllText(SchemaFile).ReplaceLineEndings("\n"), Is.EqualTo(schema), "Accept it with: dotnet test -e TypedMigrations_AcceptSnapshots=true");
    }

    [Test]
    public void AndEveryVerbHasExamplesAndAnAnswerOfItsOwn() => Assert.Multiple(() =>
    {
        foreach (var verb in Verbs())
        {
            Assert.That(verb.Examples, Is.Not.Empty, verb.GetType().Name);
            Assert.That(verb.Examples, Has.All.StartsWith(((System.CommandLine.Command)verb).Name), verb.GetType().Name);
            Assert.That(CliJson.Default.GetTypeInfo(verb.AnswerType), Is.Not.Null, $"{verb.AnswerType.Name} is registered in CliJson");
        }
    });

    [Test]
    public async Task AndNothingElseIsOnStandardOutput()
    {
        string[][] calls = [["up", "--allow-destructive"], ["up"], ["list"], ["status"], ["plan"], ["rehearse"], ["check"], ["backups"], ["config"], ["down", "--yes", "--allow-destructive"], ["restore", "--yes"], ["up", "--nonsense"]];
        foreach (var call in calls)
        {
            var outcome = await OnShop([.. call, "--json", "--verbose"]);

            Assert.That(outcome.Json.GetProperty("version").GetInt32(), Is.EqualTo(1), string.Join(' ', call));
            Assert.That(outcome.Json.GetProperty("verb").GetString(), Is.EqualTo(call[0]));
            Assert.That(outcome.Json.GetProperty("exitCode").GetInt32(), Is.EqualTo((int)outcome.ExitCode));
        }
    }

    private static IEnumerable<IVerb> Verbs() => CommandLine.Root().Subcommands.OfType<IVerb>();

    /// <summary>One object for all verbs, whose result is that of the verb that it names.</summary>
    private static JsonObject Schema()
    {
        var envelope = CliJson.ReadableOptions.GetJsonSchemaAsNode(typeof(Envelope), Strict).AsObject();
        var results = new JsonObject(Verbs().Select(verb => KeyValuePair.Create(((System.CommandLine.Command)verb).Name, (JsonNode?)CliJson.ReadableOptions.GetJsonSchemaAsNode(verb.AnswerType, Strict))));
        var properties = envelope["properties"]!.AsObject();
        properties["version"] = new JsonObject { ["const"] = 1 };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "What dotnet migrations writes with --json, version 1",
            ["type"] = "object",
            ["properties"] = properties.DeepClone(),
            ["allOf"] = new JsonArray([.. results.Select(result => (JsonNode)new JsonObject
            {
                ["if"] = new JsonObject { ["properties"] = new JsonObject { ["verb"] = new JsonObject { ["const"] = result.Key } } },
                ["then"] = new JsonObject { ["properties"] = new JsonObject { ["result"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, new JsonObject { ["$ref"] = $"#/$defs/{result.Key}" }) } } },
            })]),
            ["$defs"] = results,
        };
    }
}
