namespace TypedMigrations.Cli.Answers;

/// <summary>A dump that was written, or a schema.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Path">The file that was written; null for standard output.</param>
/// <param name="Tables">The tables of the dump, with their documents; null for a schema.</param>
/// <param name="Bytes">The length of the dump; null for a schema.</param>
/// <param name="Schema">The schema as text; null for data, or where it went to a file.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record DumpAnswer(string Database, string? Path, IReadOnlyList<TableSize>? Tables, long? Bytes, string? Schema, double Milliseconds);

/// <summary>A dump that was loaded.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Tables">The tables that were loaded, with their documents.</param>
/// <param name="Backup">Where the empty database that was replaced is now; null where there was none.</param>
/// <param name="Warnings">What went wrong afterwards.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record LoadAnswer(string Database, IReadOnlyList<TableSize> Tables, string? Backup, IReadOnlyList<string> Warnings, double Milliseconds) : IWithWarnings;

/// <summary>Where two of a migration, a database and a dump differ.</summary>
/// <param name="Left">The one.</param>
/// <param name="Right">The other.</param>
/// <param name="IsEqual">Whether nothing differs.</param>
/// <param name="Schema">The lines of the schema text that differ.</param>
/// <param name="Deviations">Where a database differs from a migration's constants; empty where no migration is compared with a database.</param>
/// <param name="Tables">Tables whose documents differ; null where documents were not compared.</param>
internal sealed record DiffAnswer(string Left, string Right, bool IsEqual, IReadOnlyList<LineAnswer> Schema, IReadOnlyList<DeviationAnswer> Deviations, IReadOnlyList<TableDiffAnswer>? Tables);

/// <summary>A line of schema text.</summary>
/// <param name="Change"><c>-</c> only in the one, <c>+</c> only in the other, a blank in both.</param>
/// <param name="Text">The line.</param>
internal sealed record LineAnswer(string Change, string Text);

/// <summary>A table whose documents differ.</summary>
/// <param name="Table">Its name.</param>
/// <param name="MissingIn">The side that has no such table; null where both have it.</param>
/// <param name="Equal">How many documents are the same.</param>
/// <param name="OnlyLeft">Documents of the one side alone.</param>
/// <param name="OnlyRight">Documents of the other side alone.</param>
/// <param name="Different">Documents with one key and other content.</param>
internal sealed record TableDiffAnswer(string Table, string? MissingIn, long Equal, DocumentsAnswer OnlyLeft, DocumentsAnswer OnlyRight, DocumentsAnswer Different)
{
    public static TableDiffAnswer Of(TableComparison table) => new(table.Table, table.MissingIn, table.Equal, DocumentsAnswer.Of(table.OnlyHere), DocumentsAnswer.Of(table.OnlyThere), DocumentsAnswer.Of(table.Different));
}

/// <summary>Documents that differ.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">The first of them.</param>
internal sealed record DocumentsAnswer(long Count, IReadOnlyList<DocumentAnswer> First)
{
    public static DocumentsAnswer Of(DocumentDifferences found) => new(found.Count, [.. found.First.Select(document => new DocumentAnswer(document.Key, document.Fields, document.HasMoreFields))]);
}

/// <summary>A document that differs. Values are not shown: they may be secrets.</summary>
/// <param name="Key">Its key as JSON.</param>
/// <param name="Fields">The ways to the fields that differ.</param>
/// <param name="HasMoreFields">Whether more fields differ.</param>
internal sealed record DocumentAnswer(string Key, IReadOnlyList<string> Fields, bool HasMoreFields);

/// <summary>What a new database would hold and this one lacked.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="WasComplete">Whether nothing was missing: nothing was written then.</param>
/// <param name="Tables">The tables of which a new database holds documents.</param>
/// <param name="Backup">Where the database as it was before is now; null where nothing was written.</param>
/// <param name="Warnings">What went wrong afterwards.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record SeedAnswer(string Database, bool WasComplete, IReadOnlyList<SeededTableAnswer> Tables, string? Backup, IReadOnlyList<string> Warnings, double Milliseconds) : IWithWarnings;

/// <summary>A table of which a new database holds documents.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Present">How many of them were there.</param>
/// <param name="Inserted">How many were missing, and are inserted.</param>
internal sealed record SeededTableAnswer(string Table, long Present, long Inserted);

/// <summary>Where the modules of a database seem to be that was there before this library.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="HasJournal">Whether the library knows it already: nothing can be adopted then.</param>
/// <param name="UserVersion">The number that the application itself keeps in the database; null where there is none.</param>
/// <param name="Modules">Each module with its candidates.</param>
/// <param name="ForeignTables">Tables that no migration declares.</param>
/// <param name="Problems">What is wrong with the migrations in the code.</param>
internal sealed record BaselinePlanAnswer(
    string Database, bool HasJournal, long? UserVersion, IReadOnlyList<ModuleBaselineAnswer> Modules, IReadOnlyList<string> ForeignTables, IReadOnlyList<ProblemAnswer> Problems)
{
    public static BaselinePlanAnswer Of(BaselineReport report) => new(
        report.Database, report.State.HasJournal, report.UserVersion,
        [.. report.Modules.Select(module => new ModuleBaselineAnswer(module.Module, module.Best?.Name, module.Why, [.. module.Candidates.Select(BaselineCandidateAnswer.Of)]))],
        report.ForeignTables, [.. report.Problems.Select(ProblemAnswer.Of)]);
}

/// <summary>Where a module may be.</summary>
/// <param name="Module">Its name.</param>
/// <param name="Best">The migration that fits best; <c>0</c> for before the first; null where none fits.</param>
/// <param name="Why">Why this one.</param>
/// <param name="Candidates">Before the first, then each migration.</param>
internal sealed record ModuleBaselineAnswer(string Module, string? Best, IReadOnlyList<string> Why, IReadOnlyList<BaselineCandidateAnswer> Candidates);

/// <summary>A migration at which a module may be.</summary>
/// <param name="Migration">Stamp and name; <c>0</c> for before the first.</param>
/// <param name="Fits">Whether the database may be at it.</param>
/// <param name="Against">What speaks against it, the gravest first.</param>
internal sealed record BaselineCandidateAnswer(string Migration, bool Fits, IReadOnlyList<string> Against)
{
    public static BaselineCandidateAnswer Of(BaselineCandidate candidate) => new(candidate.Name, candidate.Fits, [.. candidate.Evidence.Select(evidence => evidence.Text)]);
}

/// <summary>A baseline: what was found and, unless only that was asked for, what was recorded.</summary>
/// <param name="Found">Where the modules seem to be.</param>
/// <param name="At">Where each module is taken to be; empty where nothing was recorded.</param>
/// <param name="Run">What was recorded; null where nothing was.</param>
internal sealed record BaselineAnswer(BaselinePlanAnswer Found, IReadOnlyDictionary<string, string> At, RunAnswer? Run) : IWithWarnings
{
    IReadOnlyList<string> IWithWarnings.Warnings => Run?.Warnings ?? [];
}
