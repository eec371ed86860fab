using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using LiteDB;

namespace TypedMigrations.Testing.Tests.Generating.Kinds.M20240101_EveryKind;

public sealed record Scalars(
    int Id, string Text, string? Note, bool Yes, char Letter, byte Byte, sbyte SByte, short Short, ushort UShort, uint UInt, long Long, ulong ULong, float Float, double Double,
    decimal Decimal, DateTime At, DateTimeOffset Since, DateOnly Day, TimeSpan Span, Guid Guid, Uri Address, byte[] Bytes, Color Color, Color ColorNumber, Rights Rights, Rights RightsNumber,
    ObjectId Mark, int? MaybeInt, DateTime? MaybeAt, Color? MaybeColor, int Missing);

public sealed record Collections(
    ObjectId Id, string[] Array, IReadOnlyList<int> List, List<List<string>> Lists, HashSet<string> Set, SortedSet<string> Sorted, ImmutableArray<int> Immutable, Queue<string> Queue,
    LinkedList<int> Linked, ReadOnlyCollection<int> ReadOnly, FrozenSet<int> Frozen, IImmutableSet<string> ImmutableSet, IReadOnlyList<int?> Maybes, IReadOnlyList<string?> MaybeTexts,
    ArraySegment<int> Segment, IReadOnlyList<string>? Optional);

public sealed record Maps(
    Guid Id, Dictionary<string, string> Texts, IReadOnlyDictionary<int, long> Numbers, Dictionary<Color, bool> Colors, SortedDictionary<string, List<int>> Sorted,
    ImmutableDictionary<string, int?> Immutable, FrozenDictionary<string, int> Frozen, ReadOnlyDictionary<string, Dictionary<string, string?>> Nested, object Tree, object? MaybeTree, BsonDocument Document, BsonArray Values);

public sealed record Person(string Id, string Email, string? Nick, Address Home, IReadOnlyList<Phone> Phones, string? FriendId, int[] Orders, string City);

public sealed record Address(string City, string? Street, Country? Country);

public sealed record Country(string Code, Color Color);

public sealed record Phone(string Number, string OwnerId, Rights? Rights);

public sealed record Order(long Id, string PersonId, DbRef<string> Buyer, DbRef<string>? Payer, IReadOnlyList<DbRef<string>> Others, decimal Price, IReadOnlyList<string> ProfileIds);

/// <summary>Has the key of the person whose it is.</summary>
public sealed record Profile(string Id, string Text);

public sealed record Flag(int Id, bool Up, Color Color);

public enum Color
{
    Red = 1,
    Green = 5,
}

[Flags]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
    Own = 4,
}
