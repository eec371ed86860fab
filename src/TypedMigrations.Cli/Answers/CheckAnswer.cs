namespace TypedMigrations.Cli.Answers;

/// <summary>Where a database differs from the constants of the migrations that it has.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Migrations">The newest applied migration of each module, with whose constants it was compared.</param>
/// <param name="HasDrift">Whether something contradicts the constants.</param>
/// <param name="Deviations">Each difference, the gravest first.</param>
/// <param name="Problems">What is wrong between journal and code.</param>
internal sealed record CheckAnswer(string Database, IReadOnlyList<MigrationName> Migrations, bool HasDrift, IReadOnlyList<DeviationAnswer> Deviations, IReadOnlyList<ProblemAnswer> Problems)
{
    public static CheckAnswer Of(SchemaReport report) => new(
        report.Database, [.. report.Migrations.Select(MigrationName.Of)], report.Difference.HasMisfits,
        [.. report.Difference.Deviations.Select(DeviationAnswer.Of)],
        [.. report.Problems.Select(ProblemAnswer.Of)]);
}

/// <summary>One thing in which a database is not as declared.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Table">The table.</param>
/// <param name="Name">The path of the field or the name of the index; null where the table itself is meant.</param>
/// <param name="Text">In words, without any value but keys.</param>
/// <param name="Documents">In how many documents; 0 where documents do not count.</param>
/// <param name="Keys">The keys of the first documents; at most three.</param>
internal sealed record DeviationAnswer(
    Schemas.DeviationSeverity Severity, Schemas.DeviationKind Kind, string Table, string? Name, string Text, long Documents, IReadOnlyList<string> Keys)
{
    public static DeviationAnswer Of(Schemas.SchemaDeviation deviation) => new(deviation.Severity, deviation.Kind, deviation.Table, deviation.Name, deviation.Text, deviation.Documents, deviation.Keys);
}
