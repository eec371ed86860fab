using System.Globalization;
using CsCheck;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Comparing;
using TypedMigrations.Testing.Generating;
using TypedMigrations.Testing.Keeping;
using Sample = System.Collections.Generic.IReadOnlyDictionary<TypedMigrations.Schemas.TableSchema, System.Collections.Generic.IReadOnlyList<object>>;

namespace TypedMigrations.Testing.Cases;

/// <summary>The test that a migration keeps documents that nobody thought of, on databases in memory.</summary>
internal sealed class RandomData
{
    private readonly Subject _subject;
    private readonly GeneratedValues _values = new();

    public RandomData(Subject subject)
    {
        _subject = subject;
        subject.Options.AddTo(_values);
        foreach (var field in IndexedLater())
            _values.KeepShort(field);
    }

    private Schema Schema => _subject.Definition.Before;

    public void Run()
    {
        SetForeignKeys();
        var (random, start) = (RandomRecords.Of(Schema, _values), Start());
        for (var seed = start; seed < start + (ulong)_subject.Options.RandomDatabases; seed++)
        {
            var sample = random.Generate(new PCG(1, seed), null, out _);
            if (FailureOf(sample) is { } failure)
                throw Fails(sample, failure.Kind, seed);
        }
    }

    private ulong Start()
    {
        var said = _subject.Options.Seed ?? Environment.GetEnvironmentVariable(MigrationTestOptions.SeedVariable);
        if (string.IsNullOrEmpty(said))
            return (ulong)Random.Shared.NextInt64(0x1_0000_0000);
        return ulong.TryParse(said, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var start) && start < ulong.MaxValue / 2 ? start
            : throw new ArgumentException($"The seed {said} is no hexadecimal number: give one that a failing test named.");
    }

    /// <summary>The same failure on the smallest documents that were found, with the way to run it again.</summary>
    private MigrationAssertionException Fails(Sample sample, string kind, ulong seed)
    {
        var smallest = RandomRecords.Smallest(Schema, _values, sample, other => FailureOf(other)?.Kind == kind);
        var (_, message, cause) = FailureOf(smallest)!;
        var documents = smallest.SelectMany(table => table.Value.Select(record => ($"{table.Key.Name} {ValueText.Of(table.Key.KeyOf(record))}", RecordText.Of(table.Key, record)))).ToList();
        var data = documents.Count == 0 ? "" : $"\nThe random documents, made as few and plain as still fail:\n{FactsText.Of(documents)}";
        var again = string.Create(CultureInfo.InvariantCulture, $"With the same documents again: dotnet test -e {MigrationTestOptions.SeedVariable}={seed:x}.");
        return new MigrationAssertionException($"{message}{data}\n{again} Where a field never has such values, say what it has: options.Values(Old.…, Gen.…)", cause);
    }

    /// <summary>How a migration of some documents fails; null where it does not. One kind of failure is told from another, so that shrinking stays with it.</summary>
    private Failure? FailureOf(Sample sample)
    {
        using var database = _subject.DatabaseBefore(TestDatabasePlace.Memory, testData: false);
        Fill(database, sample);
        _subject.Plant(database);
        try
        {
            var (faults, _) = DataIsKept.FaultsOf(_subject, database, isRandom: true);
            return faults.Count == 0 ? null
                : new Failure($"{faults[0].Table} {faults[0].NextStep}", Fault.TextOf($"Migration {_subject.Migration.Id} does not keep random data.", faults), Cause: null);
        }
        catch (MigrationException exception)
        {
            var place = exception.Problems[0].Facts.Where(fact => fact.Label is "step" or "field").Select(fact => fact.Value);
            return new Failure($"{exception.Code} {string.Join(' ', place)}", $"Migration {_subject.Migration.Id} fails on random data.\n\n{exception.Message}\n", exception.InnerException);
        }
    }

    /// <summary>The module's tables hold random documents only: bootstrap data would clash with many of them.</summary>
    private void Fill(ITestDatabase database, Sample sample)
    {
        foreach (var table in Schema.Tables)
            database.Clear(table.Name);
        foreach (var (table, records) in sample)
            Insert(database, table, records);
    }

    /// <summary>A unique index on a store's expression, which nobody here understands, may refuse a document: that is no fault of the migration.</summary>
    private static void Insert(ITestDatabase database, TableSchema table, IReadOnlyList<object> records)
    {
        try
        {
            database.Insert(table, records);
        }
        catch (MigrationException exception) when (exception.Code == ErrorCode.KeyTaken && records.Count > 1)
        {
            foreach (var record in records)
                Insert(database, table, [record]);
        }
        catch (MigrationException exception) when (exception.Code == ErrorCode.KeyTaken)
        {
        }
    }

    /// <summary>The texts that the migration indexes, which have the length that the index takes.</summary>
    private IEnumerable<Field> IndexedLater() =>
        from table in Schema.Tables
        from route in new Routes(_subject.Definition).Of([table.Name])
        from to in route.All.Where(to => to.After is not null)
        let trail = new FieldTrail(_subject.Definition, table, to)
        from field in table.AllFields
        let way = trail.OfField(field.Path)
        where to.After!.Indexes.Any(index => FieldPath.WithoutMarks(index.On) == way.Path)
        select field.Declaration;

    private void SetForeignKeys()
    {
        var foreign = Schema.Tables.SelectMany(table => table.References).Select(reference => reference.To.Table).Where(table => Schema.TryFind(table) is null).Distinct().ToList();
        if (foreign.Count == 0)
            return;

        using var database = _subject.DatabaseBefore(TestDatabasePlace.Memory, testData: false);
        foreach (var table in foreign.Select(_subject.History.Find))
            _values.SetKeys(table.Declaration, [.. database.Read(table).Select(record => table.KeyOf(record)!)]);
    }

    private sealed record Failure(string Kind, string Message, Exception? Cause);
}
