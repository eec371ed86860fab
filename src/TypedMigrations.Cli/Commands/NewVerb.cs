using System.CommandLine;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Scaffolding;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Scaffolds a migration. It reads and writes sources only, so that it works where the project does not build.</summary>
internal sealed class NewVerb : Verb<NewAnswer>
{
    private readonly Argument<string> _name = new("name") { Description = "What changes, in PascalCase: a class and a namespace are named by it." };
    private readonly Option<string[]> _tables = new("--table") { Description = "The name of a new table, for which constants and a record are written. May be repeated.", HelpName = "name" };

    public NewVerb()
        : base("new", "Scaffold a migration: constants and records of the newest one are copied into a new folder with a stamp of now. The first one of a project gets its module, too.", "new PhoneNumbers", "new FirstTables --table customers --table orders", "new PhoneNumbers --module Accounts --json")
    {
        Add(_name);
        Add(_tables);
    }

    protected override Task<NewAnswer> RunAsync(Call call, CancellationToken cancellation) =>
        Task.FromResult(new NewMigration(call.Value(_name)!, ModuleChoice.Read(call), call.Value(_tables) ?? [], DateTime.UtcNow).Write());

    protected override void Show(NewAnswer answer, Screen screen)
    {
        screen.Line(answer.Folder);
        foreach (var file in answer.Files)
            screen.Line("  " + Path.GetRelativePath(answer.Folder, file));
        screen.Line();
        screen.Line($"Migration {answer.Id} of module {answer.Module}{(answer.Follows is null ? ", the first" : $" follows {answer.Follows}")}.", Tone.Good);
        screen.Line("Change its constants and records to what they shall be, and build: the build names what Up has to say.");
    }
}
