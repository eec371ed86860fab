using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Modules.Refs.M20240101_Before;

public sealed record Author(ObjectId Id, string Name);

public sealed record Book(int Id, ObjectId? AuthorId, List<ObjectId>? Readers);

public static class AuthorTable
{
    public static readonly Table<Author> Table = new("authors");
    public static readonly Field<Author, ObjectId> Id = Table.Key(a => a.Id);
    public static readonly Field<Author, string> Name = Table.Required("name", a => a.Name);
}

public static class BookTable
{
    public static readonly Table<Book> Table = new("books");
    public static readonly Field<Book, int> Id = Table.Key(b => b.Id);
    public static readonly Field<Book, ObjectId?> AuthorId = Table.Optional("author_id", b => b.AuthorId);
    public static readonly Field<Book, List<ObjectId>?> Readers = Table.Optional("readers", b => b.Readers);
    public static readonly Reference ToAuthor = AuthorId.References(AuthorTable.Id);
    public static readonly Reference ToReaders = Readers.References(AuthorTable.Id);
}

public sealed class Before : Migration;
