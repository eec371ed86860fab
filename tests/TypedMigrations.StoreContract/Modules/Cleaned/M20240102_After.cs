using Old = TypedMigrations.StoreContract.Modules.Cleaned.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Cleaned.M20240102_After;

public sealed record Mail(string Id, string? Address, int Size);

public sealed record Visit(int Id, string? Person, int? Day, string? Ticket);

public sealed record Shape(string Id, string? Name);

public static class MailTable
{
    public static readonly Table<Mail> Table = new("mails");
    public static readonly Field<Mail, string> Id = Table.Key(m => m.Id);
    public static readonly Field<Mail, string?> Address = Table.Optional("address", m => m.Address);
    public static readonly Field<Mail, int> Size = Table.Required("size", m => m.Size);
    public static readonly Index<Mail> ByAddress = Table.UniqueIndexWherePresent("idx_address", Address);
}

public static class VisitTable
{
    public static readonly Table<Visit> Table = new("visits");
    public static readonly Field<Visit, int> Id = Table.Key(v => v.Id);
    public static readonly Field<Visit, string?> Person = Table.Optional("person", v => v.Person);
    public static readonly Field<Visit, int?> Day = Table.Optional("day", v => v.Day);
    public static readonly Field<Visit, string?> Ticket = Table.Optional("ticket", v => v.Ticket);
}

public static class ShapeTable
{
    public static readonly Table<Shape> Table = new("shapes");
    public static readonly Field<Shape, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Shape, string?> Name = Table.Optional("name", s => s.Name);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.RemoveDuplicates(Old.MailTable.Address, (first, second) => first.Size >= second.Size ? first : second),
        () => up.RemoveDuplicates([Old.VisitTable.Person, Old.VisitTable.Day], (first, _) => first),
        () => up.RemoveDuplicates(Old.VisitTable.Ticket, (_, second) => second),
        () => up.RenameType(Old.ShapeTable.Table, "Circle", "Square"),
        () => up.RenameType(Old.ShapeTable.Table, "Square", "Circle"));
}
