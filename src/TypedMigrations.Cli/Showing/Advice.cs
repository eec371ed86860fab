using System.Text.RegularExpressions;

namespace TypedMigrations.Cli.Showing;

/// <summary>Puts what the library advises its callers, code and configuration, into what is typed here.</summary>
internal static partial class Advice
{
    private static readonly (string Said, string Typed)[] Phrases =
    [
        ("MigrationOptions.AllowDataLoss, or --allow-destructive on the command line", "--allow-destructive"),
        (" with { AllowDataLoss = true }", " --allow-destructive"),
        ("MigrationGoal.Latest", "dotnet migrations up"),
        ("Leave Migrations:TestData out", "Leave --test-data out"),
        ("(LockTimeout)", "(--lock-timeout)"),
        ("Register the module that has it: .AddModule<…>().", "Name a project or an assembly that references the module that has it: --project or --assembly."),
        ("start the program with --Migrations:AdoptAt=<stamp or id>, or set Migrations:AdoptAt in the configuration. With several modules: Migrations:AdoptAt:<module>.",
            "dotnet migrations baseline --at <stamp or id>, or --find to see which one fits. With several modules: --at <module>=<stamp or id>."),
        ("run the migrations with Migrations:AdoptAt=0", "name 0: dotnet migrations baseline --at 0"),
        ("in Migrations:AdoptAt", "with dotnet migrations baseline --at"),
        ("Give what DumpAsync wrote", "Give what dotnet migrations dump wrote"),
        ("ListBackupsAsync names them", "dotnet migrations backups names them"),
        ("Give its password in the connection string.", "Give its password in the connection string, or in the environment variable TYPEDMIGRATIONS_PASSWORD."),
        ("Put back the backup from before it, or", "Put back the backup from before it (dotnet migrations restore), or"),
    ];

    /// <summary>What the library writes, and is translated here.</summary>
    public static IEnumerable<string> Translated => Phrases.Select(phrase => phrase.Said);

    /// <summary>The same text, with each advice as a command line user follows it.</summary>
    public static string OfCommandLine(string text)
    {
        text = Module().Replace(text, "Name a project or an assembly that references module $1: --project or --assembly.");
        text = Restamp().Replace(text, "$0 Or apply it all the same: --allow-out-of-order.");
        text = Back().Replace(text, "dotnet migrations down --steps $1");
        text = To().Replace(text, match => $"dotnet migrations down --to {match.Groups[1].Value}{(match.Groups[2].Success ? $" --module {match.Groups[2].Value}" : "")}");
        return Phrases.Aggregate(text, (known, phrase) => known.Replace(phrase.Said, phrase.Typed, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"Register module (\w+) with \.AddModule<…>\(\)\.")]
    private static partial Regex Module();

    [GeneratedRegex(@"Give it a stamp after .+?, in its namespace and its folder, and base it on \S+\.(?=\s|$)")]
    private static partial Regex Restamp();

    [GeneratedRegex(@"MigrationGoal\.Back\((\d+)\)")]
    private static partial Regex Back();

    [GeneratedRegex(@"MigrationGoal\.To\(""([^""]+)""(?:, ""([^""]+)"")?\)")]
    private static partial Regex To();
}
