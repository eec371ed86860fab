using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Instants, to the millisecond. They are read in UTC, whatever the machine's time zone is.</summary>
internal sealed class DateTimeCodec(FieldType type) : ScalarCodec<DateTime>(type)
{
    public override BsonValue WriteValue(DateTime value) => StoredTime.Write(value, "DateTime");

    protected override bool TryRead(BsonValue value, out DateTime read)
    {
        read = value.IsDateTime ? StoredTime.Read(value) : default;
        return value.IsDateTime;
    }
}

/// <summary>Instants with an offset of zero: LiteDB keeps no other.</summary>
internal sealed class DateTimeOffsetCodec(FieldType type) : ScalarCodec<DateTimeOffset>(type)
{
    public override BsonValue WriteValue(DateTimeOffset value) => value.Offset == TimeSpan.Zero
        ? StoredTime.Write(value.UtcDateTime, "DateTimeOffset")
        : throw new ValueMisfitException("a DateTimeOffset with an offset other than zero, which LiteDB drops; write value.ToUniversalTime(), and the offset into a field of its own");

    protected override bool TryRead(BsonValue value, out DateTimeOffset read)
    {
        read = value.IsDateTime ? new DateTimeOffset(StoredTime.Read(value)) : default;
        return value.IsDateTime;
    }
}

/// <summary>Spans of time, stored as their ticks.</summary>
internal sealed class TimeSpanCodec(FieldType type) : ScalarCodec<TimeSpan>(type)
{
    public override BsonValue WriteValue(TimeSpan value) => new(value.Ticks);

    protected override bool TryRead(BsonValue value, out TimeSpan read)
    {
        var fits = StoredNumber.TryWhole(value, out var ticks);
        read = new TimeSpan(ticks);
        return fits;
    }
}

/// <summary>Days, stored as the document that LiteDB's mapper makes of all their properties, and reads by three of them.</summary>
internal sealed class DateOnlyCodec(FieldType type) : ScalarCodec<DateOnly>(type)
{
    public override BsonValue WriteValue(DateOnly value) => new BsonDocument
    {
        ["Year"] = value.Year,
        ["Month"] = value.Month,
        ["Day"] = value.Day,
        ["DayOfWeek"] = value.DayOfWeek.ToString(),
        ["DayOfYear"] = value.DayOfYear,
        ["DayNumber"] = value.DayNumber,
    };

    protected override bool TryRead(BsonValue value, out DateOnly read)
    {
        read = default;
        if (value is not BsonDocument document || !TryPart(document, "Year", 9999, out var year) || !TryPart(document, "Month", 12, out var month)
            || !TryPart(document, "Day", DateTime.DaysInMonth(year, month), out var day))
            return false;

        read = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryPart(BsonDocument document, string name, int most, out int part)
    {
        var number = 0L;
        var fits = document.TryGetValue(name, out var stored) && StoredNumber.TryWhole(stored, out number) && number >= 1 && number <= most;
        part = (int)number;
        return fits;
    }
}

/// <summary>Instants as LiteDB stores them: milliseconds in UTC, read as local time unless the database says otherwise.</summary>
internal static class StoredTime
{
    /// <summary>No time zone is further from UTC.</summary>
    private const long FurthestOffset = 14 * TimeSpan.TicksPerHour;

    /// <summary>The instant in UTC. LiteDB keeps the first and the last one apart from all time zones.</summary>
    public static DateTime Read(BsonValue value)
    {
        var time = (DateTime)value.RawValue;
        return IsEnd(time) ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();
    }

    public static BsonValue Write(DateTime time, string type)
    {
        if (IsEnd(time))
            return new BsonValue(time);
        if (time.Kind == DateTimeKind.Unspecified)
            throw new ValueMisfitException($"a {type} of unspecified kind, whose instant depends on the machine's time zone");
        if (time.Ticks % TimeSpan.TicksPerMillisecond != 0)
            throw new ValueMisfitException($"a {type} with parts of a millisecond, which LiteDB cuts off");

        // In UTC: of the hour that the end of summer time repeats, LiteDB takes the first pass in local time for the second.
        var utc = time.ToUniversalTime();
        return IsReadBack(utc)
            ? new BsonValue(utc)
            : throw new ValueMisfitException($"a {type} so near to the first or last instant that LiteDB reads another one in this machine's time zone; write {type}.MinValue or {type}.MaxValue");
    }

    private static bool IsEnd(DateTime time) => time == DateTime.MinValue || time == DateTime.MaxValue;

    private static bool IsReadBack(DateTime utc) =>
        (utc.Ticks > FurthestOffset && utc.Ticks < DateTime.MaxValue.Ticks - FurthestOffset)
        || (!IsEnd(utc) && utc.ToLocalTime().ToUniversalTime() == utc);
}
