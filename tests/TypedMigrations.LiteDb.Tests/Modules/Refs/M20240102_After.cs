using Old = TypedMigrations.LiteDb.Tests.Modules.Refs.M20240101_Before;

namespace TypedMigrations.LiteDb.Tests.Modules.Refs.M20240102_After;

public sealed record Author(Guid Id, string Name);

public sealed record Book(int Id, Guid? AuthorId, List<Guid>? Readers);

public static class AuthorTable
{
    public static readonly Table<Author> Table = new("authors");
    public static readonly Field<Author, Guid> Id = Table.Key(a => a.Id);
    public static readonly Field<Author, string> Name = Table.Required("name", a => a.Name);
}

public static class BookTable
{
    public static readonly Table<Book> Table = new("books");
    public static readonly Field<Book, int> Id = Table.Key(b => b.Id);
    public static readonly Field<Book, Guid?> AuthorId = Table.Optional("author_id", b => b.AuthorId);
    public static readonly Field<Book, List<Guid>?> Readers = Table.Optional("readers", b => b.Readers);
    public static readonly Reference ToAuthor = AuthorId.References(AuthorTable.Id);
    public static readonly Reference ToReaders = Readers.References(AuthorTable.Id);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => up.Rekey(Old.AuthorTable.Id, AuthorTable.Id, _ => Guid.NewGuid());
}
