using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Makes an empty database.</summary>
internal sealed class CreateVerb : Verb<CreateAnswer>
{
    private readonly Option<bool> _test = new("--test") { Description = "Mark it as a test database, which takes test data." };

    public CreateVerb()
        : base("create", "Make an empty database. There is no need to: up makes one where none is.", "create", "create --test --database test.db") => Add(_test);

    protected override async Task<CreateAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        return await @operator.CreateAsync(call.Value(_test), cancellation).ConfigureAwait(false);
    }

    protected override void Show(CreateAnswer answer, Screen screen)
    {
        screen.Warnings(answer);
        screen.Line($"Made {answer.Database}{(answer.IsTestDatabase ? ", a test database" : "")}. To migrate it: dotnet migrations up", Tone.Good);
    }
}
