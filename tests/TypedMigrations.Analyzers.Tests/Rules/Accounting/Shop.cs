namespace TypedMigrations.Analyzers.Tests.Rules.Accounting;

/// <summary>Two migrations of a module: the constants of the first, and those of the second with its steps.</summary>
internal static class Shop
{
    public const string Before = """
        using TypedMigrations;

        namespace Shop.M20240101_Before;

        public sealed class Before : Migration;

        public static class OrderTable
        {
            public static readonly Table<Order> Table = new("orders");
            public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
            public static readonly Field<Order, string?> Note = Table.Optional("note", o => o.Note);
            public static readonly Field<Order, int> Count = Table.Required("count", o => o.Count);
            public static readonly Field<Order, Line[]> Lines = Table.Required("lines", o => o.Lines);
            public static readonly Field<Order, string> Product = Lines.Each().Required("product", l => l.Product);
        }

        public sealed record Order(string Id, string? Note, int Count, Line[] Lines);

        public sealed record Line(string Product);

        public static class VisitTable
        {
            public static readonly Table<Visit> Table = new("visits");
            public static readonly Field<Visit, string> Id = Table.Key(v => v.Id);
        }

        public sealed record Visit(string Id);
        """;

    private const string Visits = """
        public static class VisitTable
        {
            public static readonly Table<Visit> Table = new("visits");
            public static readonly Field<Visit, string> Id = Table.Key(v => v.Id);
        }

        public sealed record Visit(string Id);
        """;

    /// <summary>The second migration, with all constants of the first but for the fields of orders, which are given.</summary>
    public static string After(string up, string fields, string record, string line = "", string visits = Visits, string mark = "After") => $$"""
        using TypedMigrations;
        using Old = Shop.M20240101_Before;

        namespace Shop.M20240102_After;

        public sealed class {{mark}} : Migration
        {
            public override void Up(Steps up)
            {
                {{up}}
            }
        }

        public static class OrderTable
        {
            public static readonly Table<Order> Table = new("orders");
            public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
            {{fields}}
        }

        public sealed record Order(string Id{{record}});

        {{line}}

        {{visits}}
        """;

    public const string Note = "public static readonly Field<Order, string?> Note = Table.Optional(\"note\", o => o.Note);";
    public const string Count = "public static readonly Field<Order, int> Count = Table.Required(\"count\", o => o.Count);";
    public const string Lines = "public static readonly Field<Order, Line[]> Lines = Table.Required(\"lines\", o => o.Lines);\n"
        + "    public static readonly Field<Order, string> Product = Lines.Each().Required(\"product\", l => l.Product);";

    public const string Line = "public sealed record Line(string Product);";
}
