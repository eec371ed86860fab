using TypedMigrations.Fuzzing.Looping;

namespace TypedMigrations.Fuzzing.Targets;

/// <summary>A seed's JSON file, read as records with a field of every kind.</summary>
public sealed class SeedFileTarget() : FuzzTarget("seeds", 5_000,
    "\"id\":", "\"number\":", "\"rate\":", "\"at\":", "\"key\":", "\"tags\":", "\"more\":", "\"kind\":", "\"span\":", "\"link\":", "\"day\":", "\"bytes\":", "\"inner\":", "\"Red\"", "null", "[[[[[[[[", "{\"a\":{\"a\":{\"a\":", "//")
{
    private enum Color
    {
        Red,
        Green,
    }

    private sealed record Seed(
        string Id, int Number, double? Rate, DateTime At, DateTimeOffset? Since, Guid Key, List<string> Tags, Dictionary<string, object?> More, Color Kind, TimeSpan? Span, Uri? Link, DateOnly? Day, byte[]? Bytes, decimal? Price, char? Letter, Inner? Inner);

    private sealed record Inner(string Name, IReadOnlyList<Inner>? Parts);

    public override IEnumerable<byte[]> Seeds() =>
    [
        Bytes("""[{"id":"a","number":1,"rate":1.5,"at":"2024-01-01T00:00:00Z","since":"2024-01-01T00:00:00+02:00","key":"00000000-0000-0000-0000-000000000001","tags":["x"],"more":{"a":[1,{"b":null}],"c":1e3},"kind":"Red","span":"1.02:03:04","link":"http://x.y/","day":"2024-02-29","bytes":"AQI=","price":1.50,"letter":"x","inner":{"name":"n","parts":[{"name":"m","parts":null}]}}]"""),
        Bytes("[]"),
    ];

    public override void Run(byte[] input) => Require(SeedFile.Parse<Seed>(() => new MemoryStream(input), "M20240101_Seeds", "seeds.json").All(seed => seed is not null && seed.Id is not null && seed.Tags is not null), "A record is not whole.");
}
