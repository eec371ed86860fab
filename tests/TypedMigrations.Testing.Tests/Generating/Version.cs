using CsCheck;
using TypedMigrations.Discovering;
using TypedMigrations.Schemas;
using TypedMigrations.Testing.Generating;

namespace TypedMigrations.Testing.Tests.Generating;

/// <summary>The only version of a small module, and what is generated for it.</summary>
internal static class Version<TModule>
    where TModule : MigrationModule, new()
{
    public static readonly Schema Schema = MigrationCatalog.Discover([new TModule()]).Migrations.Single().Definition.After;

    public static Gen<IReadOnlyDictionary<TableSchema, IReadOnlyList<object>>> Random(GeneratedValues? values = null) => RandomRecords.Of(Schema, values ?? new GeneratedValues());

    /// <summary>The same samples each time.</summary>
    public static IEnumerable<IReadOnlyDictionary<TableSchema, IReadOnlyList<object>>> Samples(int count, GeneratedValues? values = null)
    {
        var (records, random) = (Random(values), new PCG(1, 42));
        for (var i = 0; i < count; i++)
            yield return records.Generate(random, null, out _);
    }

    public static IEnumerable<TRecord> Records<TRecord>(int count, GeneratedValues? values = null) => Samples(count, values).SelectMany(sample => sample.Records<TRecord>());
}

internal static class RandomSample
{
    public static IReadOnlyList<TRecord> Records<TRecord>(this IReadOnlyDictionary<TableSchema, IReadOnlyList<object>> sample) =>
        [.. sample.Single(table => table.Key.Record.Type == typeof(TRecord)).Value.Cast<TRecord>()];

    public static int Documents(this IReadOnlyDictionary<TableSchema, IReadOnlyList<object>> sample) => sample.Values.Sum(records => records.Count);
}
