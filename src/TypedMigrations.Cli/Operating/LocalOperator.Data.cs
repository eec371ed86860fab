using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Comparing;

namespace TypedMigrations.Cli.Operating;

internal sealed partial class LocalOperator
{
    public async Task<DumpAnswer> DumpAsync(Stream output, IReadOnlyList<string> tables, CancellationToken cancellation)
    {
        var chosen = await TablesAsync(tables, cancellation).ConfigureAwait(false);
        var report = await Maintenance.DumpAsync(output, new DumpOptions { Tables = chosen, IncludeJournal = chosen is null }, cancellation).ConfigureAwait(false);
        return new DumpAnswer(report.Database, Path: null, SizesOf(report.Tables), report.Bytes, Schema: null, report.Duration.TotalMilliseconds);
    }

    public async Task<string> DumpSchemaAsync(IReadOnlyList<string> tables, CancellationToken cancellation)
    {
        var chosen = await TablesAsync(tables, cancellation).ConfigureAwait(false);
        var real = await Maintenance.ReadSchemaAsync(Schemas.Schema.Empty, cancellation).ConfigureAwait(false);
        var unknown = tables.Except(real.Tables.Select(table => table.Name), StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown.Count > 0)
        {
            throw CliException.Failed(ErrorCode.DataMissing, $"{Store.Database} has no table {string.Join(", ", unknown)}.", "Name tables that are there, or none for all.",
                ("tables", string.Join(", ", real.Tables.Select(table => table.Name).Order(StringComparer.Ordinal))));
        }

        return RealSchemaText.Of(real, chosen);
    }

    public async Task<LoadAnswer> LoadAsync(Stream dump, IReadOnlyList<string> tables, CancellationToken cancellation)
    {
        var chosen = tables.Count > 0 ? tables : null;
        var report = await Maintenance.LoadAsync(dump, new LoadOptions { Tables = chosen, IncludeJournal = chosen is null }, cancellation).ConfigureAwait(false);
        return new LoadAnswer(report.Database, SizesOf(report.Tables), report.Backup, report.Warnings, report.Duration.TotalMilliseconds);
    }

    public async Task<DiffAnswer> DiffAsync(string left, string? right, bool withData, string folder, CancellationToken cancellation)
    {
        using var sides = new Sides(settings, _store, folder, async () => CatalogOf((await LoadAsync().ConfigureAwait(false)).Modules));
        return await Comparison.BetweenAsync(
            await sides.OpenAsync(left, cancellation).ConfigureAwait(false), right is null ? sides.Configured : await sides.OpenAsync(right, cancellation).ConfigureAwait(false), withData, cancellation).ConfigureAwait(false);
    }

    public async Task<SeedAnswer> SeedAsync(bool testData, CancellationToken cancellation)
    {
        var loaded = await LoadAsync().ConfigureAwait(false);
        var options = settings.MakeOptions();
        options.TestData |= testData;
        var report = await MigratorFor(loaded, options).SeedAsync(cancellation).ConfigureAwait(false);
        return new SeedAnswer(report.Database, report.WasComplete, [.. report.Plan.Tables.Select(table => new SeededTableAnswer(table.Table, table.Present, table.Missing.Count))], report.Backup, report.Warnings, report.Duration.TotalMilliseconds);
    }

    public async Task<BaselinePlanAnswer> FindBaselineAsync(CancellationToken cancellation) =>
        BaselinePlanAnswer.Of(await MigratorFor(await LoadAsync().ConfigureAwait(false), settings.MakeOptions()).FindBaselineAsync(cancellation).ConfigureAwait(false));

    public async Task<RunAnswer> BaselineAsync(IReadOnlyDictionary<string, string> at, CancellationToken cancellation)
    {
        var migrator = await MigratorForAsync(new RunRequest { AllowDataLoss = true }).ConfigureAwait(false);
        return Answer(await migrator.BaselineAsync(at, cancellation).ConfigureAwait(false));
    }

    private static IReadOnlyList<TableSize> SizesOf(IReadOnlyList<TableDocuments> tables) => [.. tables.Select(table => new TableSize(table.Table, table.Documents))];

    /// <summary>The tables that were named, or those of the module that was; null for all.</summary>
    private async Task<IReadOnlyList<string>?> TablesAsync(IReadOnlyList<string> named, CancellationToken cancellation)
    {
        if (named.Count > 0 || settings.Module is null)
            return named.Count > 0 ? named : null;

        var modules = (await LoadAsync().ConfigureAwait(false)).Modules;
        var module = ChosenModule(modules);
        var state = (await Maintenance.ReadContentsAsync(cancellation).ConfigureAwait(false)).State;
        var newest = CatalogOf(modules).Migrations.LastOrDefault(migration => migration.Id.Module == module && state.Journal.Any(entry => entry.Module == module && entry.Id == migration.Id.Text));
        return newest is null ? [] : [.. newest.Definition.After.Tables.Select(table => table.Name)];
    }
}
