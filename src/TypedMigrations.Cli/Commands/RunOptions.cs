using System.CommandLine;
using TypedMigrations.Cli.Operating;

namespace TypedMigrations.Cli.Commands;

/// <summary>The options of plan, rehearse and up, which mean the same in each.</summary>
internal sealed class RunOptions
{
    public Option<string?> To { get; } = new("--to") { Description = "The newest migration to apply: stamp, id or name.", HelpName = "migration" };

    public Option<int?> Steps { get; } = new("--steps") { Description = "How many migrations to apply at most.", HelpName = "number" };

    public Option<bool> TestData { get; } = new("--test-data") { Description = "Insert test data, too. Only into a database that does not exist yet, or was made for tests." };

    public Option<bool> AllowDestructive { get; } = new("--allow-destructive") { Description = "Apply migrations that lose data." };

    public Option<bool> AllowOutOfOrder { get; } = new("--allow-out-of-order") { Description = "Apply a migration that is older than the newest applied one of its module." };

    public void AddTo(Command verb)
    {
        Steps.Validators.Add(AtLeastOne);
        foreach (var option in (Option[])[To, Steps, TestData, AllowDestructive, AllowOutOfOrder])
            verb.Add(option);
        verb.Validators.Add(OfAllModules);
    }

    /// <summary>Whoever names a module expects that the others stay as they are.</summary>
    internal static void OfAllModules(System.CommandLine.Parsing.CommandResult result)
    {
        if (result.GetResult(CommonOptions.Module) is { Implicit: false })
            result.AddError($"{result.Command.Name} works on all modules, and --module would not keep it from the others. Leave it out.");
    }

    public RunRequest RequestOf(Call call) => new()
    {
        To = call.Value(To),
        Steps = call.Value(Steps),
        TestData = call.Value(TestData),
        AllowDataLoss = call.Value(AllowDestructive),
        AllowOutOfOrder = call.Value(AllowOutOfOrder),
    };

    internal static void AtLeastOne(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < 1)
            result.AddError($"{token.Value} is less than one migration.");
    }
}
