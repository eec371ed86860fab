using System.Globalization;
using LiteDB;
using LiteDB.Engine;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>What a LiteDB database keeps besides its collections, as text.</summary>
internal static class DatabasePragmas
{
    private const string Collation = "COLLATION";

    // LIMIT_SIZE last: it must not stand in the way of what is written before.
    private static readonly string[] Written = ["USER_VERSION", "TIMEOUT", "UTC_DATE", "CHECKPOINT", "LIMIT_SIZE"];

    public static IReadOnlyDictionary<string, string> Read(ILiteEngine engine) =>
        Written.Prepend(Collation).ToDictionary(name => name, name => engine.Pragma(name) is { IsString: true } text ? text.AsString : Convert.ToString(engine.Pragma(name).RawValue, CultureInfo.InvariantCulture)!);

    /// <summary>The collation that a database must be made with; null for LiteDB's own choice.</summary>
    /// <exception cref="FormatException">A setting is unknown, or wrong.</exception>
    public static Collation? Check(IReadOnlyDictionary<string, string> settings)
    {
        foreach (var (name, value) in settings)
        {
            if (name != Collation && (!Written.Contains(name) || TryParse(name, value) is null))
                throw new FormatException($"LiteDB has no setting {name}, or none with that value");
        }

        try
        {
            return settings.TryGetValue(Collation, out var collation) ? new Collation(collation) : null;
        }
        catch (Exception exception) when (exception is LiteException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw new FormatException("this machine does not know the collation of the setting COLLATION", exception);
        }
    }

    public static void Write(LiteEngine engine, IReadOnlyDictionary<string, string> settings)
    {
        foreach (var name in Written.Where(settings.ContainsKey))
            engine.Pragma(name, TryParse(name, settings[name]));
    }

    private static BsonValue? TryParse(string name, string value)
    {
        if (name == "UTC_DATE")
            return bool.TryParse(value, out var isOn) ? isOn : null;
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return null;
        return name == "LIMIT_SIZE" ? number : number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
    }
}
