using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.Tests.Building;

/// <summary>A migration between two schemas, accounted for.</summary>
internal sealed class Difference
{
    private Difference(MigrationWork work, IReadOnlyList<Problem> problems)
    {
        Work = work;
        Problems = problems;
    }

    public static readonly MigrationId Id = MigrationId.TryParse("20201027_ManyRoles", "Accounts")!;

    public MigrationWork Work { get; }

    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The problems as users read them.</summary>
    public string Text => string.Join("\n\n", Problems);

    public static Difference Between(Table old, Table now, Action<Steps>? up = null) => Between([old], [now], up);

    public static Difference Between(Table[] old, Table[] now, Action<Steps>? up = null)
    {
        var steps = new Steps();
        up?.Invoke(steps);
        return Between(Constants.Schema(old), Constants.Schema(now), steps.List);
    }

    public static Difference Between(Schema old, Schema now, IReadOnlyList<Step> steps)
    {
        var (work, problems) = Accounting.Account(Definition(old, now, steps));
        return new Difference(work, problems);
    }

    public static MigrationDefinition Definition(Schema old, Schema now, IReadOnlyList<Step> steps) =>
        new(Id, old, now, [old], steps, _ => [], []);

    /// <summary>What happens to the fields of the only table that stays.</summary>
    public IEnumerable<string> Changes => Work.Tables.SelectMany(table => table.Changes.Fields).Select(change => change.Step.Words);
}
