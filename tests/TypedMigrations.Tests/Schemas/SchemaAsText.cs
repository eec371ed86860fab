using System.Globalization;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Schemas;

public sealed class SchemaAsText
{
    public enum Role { Guest = 1, Admin = 3 }

    [Flags]
    public enum Signed : long { None = 0, Low = -5 }

    public sealed record Phone(string Number, string? Kind);

    public sealed record Address(string City, Phone[] Phones);

    public sealed record Everything(
        Guid Id, string String, bool Bool, byte Byte, short Short, ushort UShort, int Int, uint UInt, long Long, ulong ULong, double Double, decimal Decimal,
        DateTime DateTime, TimeSpan TimeSpan, byte[] Bytes, object Untyped, int? Nullable, List<string> List, IReadOnlyDictionary<string, int[]> Map,
        Role ByName, Role ByNumber, Signed Signed, Address Home, DateOnly Other);

    private static Table<Everything> Everywhere(bool reversed = false)
    {
        var table = new Table<Everything>("everything");
        var declarations = new List<Action>
        {
            () => table.Key(e => e.Id),
            () => table.Required("string", e => e.String),
            () => table.Required("bool", e => e.Bool),
            () => table.Required("byte", e => e.Byte),
            () => table.Required("short", e => e.Short),
            () => table.Required("ushort", e => e.UShort),
            () => table.Required("int", e => e.Int),
            () => table.Required("uint", e => e.UInt),
            () => table.Required("long", e => e.Long),
            () => table.Required("ulong", e => e.ULong),
            () => table.Required("double", e => e.Double),
            () => table.Required("decimal", e => e.Decimal),
            () => table.Required("date_time", e => e.DateTime),
            () => table.Required("time_span", e => e.TimeSpan),
            () => table.Required("bytes", e => e.Bytes),
            () => table.Required("untyped", e => e.Untyped),
            () => table.Optional("nullable", e => e.Nullable),
            () => table.Required("list", e => e.List),
            () => table.Required("map", e => e.Map),
            () => table.Required("by_name", e => e.ByName),
            () => table.Required("by_number", e => e.ByNumber, EnumStorage.Number),
            () => table.Required("signed", e => e.Signed),
            () => table.Required("other", e => e.Other),
            () =>
            {
                var home = table.Optional("home", e => e.Home);
                table.Index("idx_city", home.Required("city", h => h.City));
                var phones = home.Required("phones", h => h.Phones);
                phones.Each().Required("number", p => p.Number);
                phones.Each().Optional("kind", p => p.Kind);
            },
        };
        if (reversed)
            declarations.Reverse();
        declarations.ForEach(declare => declare());
        return table;
    }

    private const string Expected =
        """
        table everything
          key guid
          field bool bool
          field by_name enum as name (Guest=1, Admin=3)
          field by_number enum as number (Guest=1, Admin=3)
          field byte byte
          field bytes bytes
          field date_time datetime
          field decimal decimal
          field double double
          field home record optional
            field city string
            field phones list of record
              field kind string optional
              field number string
          field int int
          field list list of string
          field long long
          field map map of list of int
          field nullable int optional
          field other dateonly
          field short short
          field signed enum as name (None=0, Low=-5)
          field string string
          field time_span timespan
          field uint uint
          field ulong ulong
          field untyped untyped
          field ushort ushort
          index idx_city on home.city
        """;

    [Test]
    public void HasALineForEveryFieldAtEveryDepth() => Assert.That(Constants.Schema(Everywhere()).ToString(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));

    [Test]
    public void DoesNotDependOnTheOrderOfTheConstants() => Assert.That(Constants.Schema(Everywhere(reversed: true)).ToString(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));

    [TestCase("fa-IR")]
    [TestCase("tr-TR")]
    [TestCase("sv-SE")]
    [Behavior(12)]
    public void DoesNotDependOnTheCulture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.That(Constants.Schema(Everywhere()).ToString(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void HasTablesAndIndexesInOrdinalOrder()
    {
        var (b, a, upper) = (new Table<One<string>>("b"), new Table<None>("a"), new Table<None>("Z"));
        upper.Key(t => t.Id);
        a.Key(t => t.Id);
        b.Key(t => t.Id);
        var name = b.Required("name", t => t.First);
        b.UniqueIndexWherePresent("z", name);
        b.UniqueIndex("y", name);
        b.Index("x", name);

        Assert.That(Constants.Schema(b, a, upper).ToString(), Is.EqualTo(
            """
            table Z
              key string

            table a
              key string

            table b
              key string
              field name string
              index x on name
              unique index y on name
              unique index z on name where present
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void IsEmptyForAnEmptySchema() => Assert.That(TypedMigrations.Schemas.Schema.Empty.ToString(), Is.Empty);
}
