using Accounts;
using TypedMigrations.Discovering;
using TypedMigrations.Fuzzing.Looping;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Fuzzing.Targets;

/// <summary>A text as the id of a migration.</summary>
public sealed class StampTarget() : FuzzTarget("stamp", 20_000, "20201027", "20201027153000", "_", "ManyRoles", "00010101", "99991231235959", "٢٠٢٠١٠٢٧")
{
    public override IEnumerable<byte[]> Seeds() => [Bytes("20201027_ManyRoles"), Bytes("20201027153000_ManyRoles"), Bytes("20240229_Ä_1")];

    public override void Run(byte[] input)
    {
        if (MigrationId.TryParse(Text(input), "Accounts") is not { } id)
            return;

        Require(MigrationId.TryParse(id.Text, "Accounts") == id, "The id is not read as it is written.");
        Require(id.CompareTo(id) == 0 && id.Stamp.Kind == DateTimeKind.Utc, "The id is not itself, or not UTC.");
        Require(id.ToString().StartsWith(id.StampText, StringComparison.Ordinal), "The id does not begin with its stamp.");
    }
}

/// <summary>A text as the goal of a run.</summary>
public sealed class GoalTarget() : FuzzTarget("goal", 200, "20201027", "20201027_ManyRoles", "ManyRoles", "0", "Accounts", "_")
{
    private static readonly LiteDbStore Store = new(new MemoryStream());

    public override IEnumerable<byte[]> Seeds() => [Bytes("20201027"), Bytes("20201027_ManyRoles"), Bytes("ManyRoles"), Bytes("0")];

    public override void Run(byte[] input)
    {
        var text = Text(input);
        if (string.IsNullOrWhiteSpace(text))
            return;

        _ = new Migrator([new AccountsModule()], Store).PlanAsync(MigrationGoal.To(text)).GetAwaiter().GetResult().ToString();
    }
}

/// <summary>A text as a line of a module's manifest.</summary>
public sealed class ManifestLineTarget() : FuzzTarget("manifest", 20_000, "|", ";", ",", ".M20201027_ManyRoles", "M", "v1:", ".")
{
    public override IEnumerable<byte[]> Seeds() =>
        [Bytes("Accounts.M20201027_ManyRoles|Accounts.M20201027_ManyRoles.ManyRoles|v1:abc|A.B,C.D|E.F|20201006_FirstTables,20201022_Second;20201006_Other"), Bytes("A.M2020_B|A.M2020_B.C|v1:0|||")];

    public override void Run(byte[] input)
    {
        var line = ManifestLine.Parse(Text(input));
        if (line.MigrationSegment is not null)
            Require(line.Namespace.StartsWith(line.MigrationNamespace, StringComparison.Ordinal), "The namespace of the migration is another.");
    }
}
