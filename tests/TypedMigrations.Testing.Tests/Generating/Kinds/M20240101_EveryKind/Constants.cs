using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using LiteDB;

namespace TypedMigrations.Testing.Tests.Generating.Kinds.M20240101_EveryKind;

public static class ScalarTable
{
    public static readonly Table<Scalars> Table = new("scalars");
    public static readonly Field<Scalars, int> Id = Table.Key(s => s.Id);
    public static readonly Field<Scalars, string> Text = Table.Required("text", s => s.Text);
    public static readonly Field<Scalars, string?> Note = Table.Optional("note", s => s.Note);
    public static readonly Field<Scalars, bool> Yes = Table.Required("yes", s => s.Yes);
    public static readonly Field<Scalars, char> Letter = Table.Required("letter", s => s.Letter);
    public static readonly Field<Scalars, byte> Byte = Table.Required("byte", s => s.Byte);
    public static readonly Field<Scalars, sbyte> SByte = Table.Required("sbyte", s => s.SByte);
    public static readonly Field<Scalars, short> Short = Table.Required("short", s => s.Short);
    public static readonly Field<Scalars, ushort> UShort = Table.Required("ushort", s => s.UShort);
    public static readonly Field<Scalars, uint> UInt = Table.Required("uint", s => s.UInt);
    public static readonly Field<Scalars, long> Long = Table.Required("long", s => s.Long);
    public static readonly Field<Scalars, ulong> ULong = Table.Required("ulong", s => s.ULong);
    public static readonly Field<Scalars, float> Float = Table.Required("float", s => s.Float);
    public static readonly Field<Scalars, double> Double = Table.Required("double", s => s.Double);
    public static readonly Field<Scalars, decimal> Decimal = Table.Required("decimal", s => s.Decimal);
    public static readonly Field<Scalars, DateTime> At = Table.Required("at", s => s.At);
    public static readonly Field<Scalars, DateTimeOffset> Since = Table.Required("since", s => s.Since);
    public static readonly Field<Scalars, DateOnly> Day = Table.Required("day", s => s.Day);
    public static readonly Field<Scalars, TimeSpan> Span = Table.Required("span", s => s.Span);
    public static readonly Field<Scalars, Guid> Guid = Table.Required("guid", s => s.Guid);
    public static readonly Field<Scalars, Uri> Address = Table.Required("address", s => s.Address);
    public static readonly Field<Scalars, byte[]> Bytes = Table.Required("bytes", s => s.Bytes);
    public static readonly Field<Scalars, Color> Color = Table.Required("color", s => s.Color);
    public static readonly Field<Scalars, Color> ColorNumber = Table.Required("color_number", s => s.ColorNumber, EnumStorage.Number);
    public static readonly Field<Scalars, Rights> Rights = Table.Required("rights", s => s.Rights);
    public static readonly Field<Scalars, Rights> RightsNumber = Table.Required("rights_number", s => s.RightsNumber, EnumStorage.Number);
    public static readonly Field<Scalars, ObjectId> Mark = Table.Required("mark", s => s.Mark);
    public static readonly Field<Scalars, int?> MaybeInt = Table.Optional("maybe_int", s => s.MaybeInt);
    public static readonly Field<Scalars, DateTime?> MaybeAt = Table.Optional("maybe_at", s => s.MaybeAt);
    public static readonly Field<Scalars, Color?> MaybeColor = Table.Optional("maybe_color", s => s.MaybeColor);
    public static readonly Field<Scalars, int> Missing = Table.Optional("missing", s => s.Missing);
    public static readonly Index<Scalars> ByDouble = Table.UniqueIndex("idx_double", Double);
    public static readonly Index<Scalars> ByAt = Table.UniqueIndex("idx_at", At);
    public static readonly Index<Scalars> ByLetter = Table.UniqueIndex("idx_letter", Letter);
    public static readonly Index<Scalars> ByNote = Table.Index("idx_note", Note);
    public static readonly Index<Scalars> ByBytes = Table.Index("idx_bytes", Bytes);
}

public static class CollectionTable
{
    public static readonly Table<Collections> Table = new("collections");
    public static readonly Field<Collections, ObjectId> Id = Table.Key(c => c.Id);
    public static readonly Field<Collections, string[]> Array = Table.Required("array", c => c.Array);
    public static readonly Field<Collections, IReadOnlyList<int>> List = Table.Required("list", c => c.List);
    public static readonly Field<Collections, List<List<string>>> Lists = Table.Required("lists", c => c.Lists);
    public static readonly Field<Collections, HashSet<string>> Set = Table.Required("set", c => c.Set);
    public static readonly Field<Collections, SortedSet<string>> Sorted = Table.Required("sorted", c => c.Sorted);
    public static readonly Field<Collections, ImmutableArray<int>> Immutable = Table.Required("immutable", c => c.Immutable);
    public static readonly Field<Collections, Queue<string>> Queue = Table.Required("queue", c => c.Queue);
    public static readonly Field<Collections, LinkedList<int>> Linked = Table.Required("linked", c => c.Linked);
    public static readonly Field<Collections, ReadOnlyCollection<int>> ReadOnly = Table.Required("read_only", c => c.ReadOnly);
    public static readonly Field<Collections, FrozenSet<int>> Frozen = Table.Required("frozen", c => c.Frozen);
    public static readonly Field<Collections, IImmutableSet<string>> ImmutableSet = Table.Required("immutable_set", c => c.ImmutableSet);
    public static readonly Field<Collections, IReadOnlyList<int?>> Maybes = Table.Required("maybes", c => c.Maybes);
    public static readonly Field<Collections, IReadOnlyList<string?>> MaybeTexts = Table.Required("maybe_texts", c => c.MaybeTexts);
    public static readonly Field<Collections, ArraySegment<int>> Segment = Table.Required("segment", c => c.Segment);
    public static readonly Field<Collections, IReadOnlyList<string>?> Optional = Table.Optional("optional", c => c.Optional);
    public static readonly Index<Collections> ByArray = Table.Index("idx_array", Array);
}

public static class MapTable
{
    public static readonly Table<Maps> Table = new("maps");
    public static readonly Field<Maps, Guid> Id = Table.Key(m => m.Id);
    public static readonly Field<Maps, Dictionary<string, string>> Texts = Table.Required("texts", m => m.Texts);
    public static readonly Field<Maps, IReadOnlyDictionary<int, long>> Numbers = Table.Required("numbers", m => m.Numbers);
    public static readonly Field<Maps, Dictionary<Color, bool>> Colors = Table.Required("colors", m => m.Colors);
    public static readonly Field<Maps, SortedDictionary<string, List<int>>> Sorted = Table.Required("sorted", m => m.Sorted);
    public static readonly Field<Maps, ImmutableDictionary<string, int?>> Immutable = Table.Required("immutable", m => m.Immutable);
    public static readonly Field<Maps, FrozenDictionary<string, int>> Frozen = Table.Required("frozen", m => m.Frozen);
    public static readonly Field<Maps, ReadOnlyDictionary<string, Dictionary<string, string?>>> Nested = Table.Required("nested", m => m.Nested);
    public static readonly Field<Maps, object> Tree = Table.Required("tree", m => m.Tree);
    public static readonly Field<Maps, object?> MaybeTree = Table.Optional("maybe_tree", m => m.MaybeTree);
    public static readonly Field<Maps, BsonDocument> Document = Table.Required("document", m => m.Document);
    public static readonly Field<Maps, BsonArray> Values = Table.Required("values", m => m.Values);
}

public static class PersonTable
{
    public static readonly Table<Person> Table = new("persons");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string> Email = Table.Required("email", p => p.Email);
    public static readonly Field<Person, string?> Nick = Table.Optional("nick", p => p.Nick);
    public static readonly Field<Person, Address> Home = Table.Required("home", p => p.Home);
    public static readonly Field<Person, string> HomeCity = Home.Required("city", h => h.City);
    public static readonly Field<Person, string?> Street = Home.Optional("street", h => h.Street);
    public static readonly Field<Person, Country?> Country = Home.Optional("country", h => h.Country);
    public static readonly Field<Person, string> Code = Country.Required("code", c => c.Code);
    public static readonly Field<Person, Color> Color = Country.Required("color", c => c.Color);
    public static readonly Field<Person, IReadOnlyList<Phone>> Phones = Table.Required("phones", p => p.Phones);
    public static readonly Field<Person, string> Number = Phones.Each().Required("number", p => p.Number);
    public static readonly Field<Person, string> OwnerId = Phones.Each().Required("owner_id", p => p.OwnerId);
    public static readonly Field<Person, Rights?> PhoneRights = Phones.Each().Optional("rights", p => p.Rights);
    public static readonly Field<Person, string?> FriendId = Table.Optional("friend_id", p => p.FriendId);
    public static readonly Field<Person, int[]> Flags = Table.Required("flags", p => p.Orders);
    public static readonly Field<Person, string> City = Table.Required("city", p => p.City);
    public static readonly Index<Person> ByEmail = Table.UniqueIndex("idx_email", Email);
    public static readonly Index<Person> ByNick = Table.UniqueIndexWherePresent("idx_nick", Nick);
    public static readonly Index<Person> ByHomeCity = Table.UniqueIndex("idx_home_city", HomeCity);
    public static readonly Index<Person> ByNumber = Table.Index("idx_number", Number);
    public static readonly Reference ToOwner = OwnerId.References(Id);
    public static readonly Reference ToFriend = FriendId.References(Id);
    public static readonly Reference ToFlags = Flags.References(FlagTable.Id);
}

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, long> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> PersonId = Table.Required("person_id", o => o.PersonId);
    public static readonly Field<Order, DbRef<string>> Buyer = Table.Required("buyer", o => o.Buyer);
    public static readonly Field<Order, DbRef<string>?> Payer = Table.Optional("payer", o => o.Payer);
    public static readonly Field<Order, IReadOnlyList<DbRef<string>>> Others = Table.Required("others", o => o.Others);
    public static readonly Field<Order, decimal> Price = Table.Required("price", o => o.Price);
    public static readonly Field<Order, IReadOnlyList<string>> ProfileIds = Table.Required("profile_ids", o => o.ProfileIds);
    public static readonly Index<Order> ByPersonAndPrice = Table.UniqueCompoundIndex("idx_person_price", PersonId, Price);
    public static readonly Reference ToPerson = PersonId.References(PersonTable.Id);
    public static readonly Reference ToBuyer = Buyer.References(PersonTable.Id);
    public static readonly Reference ToOthers = Others.References(PersonTable.Id);
}

public static class ProfileTable
{
    public static readonly Table<Profile> Table = new("profiles");
    public static readonly Field<Profile, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Profile, string> Text = Table.Required("text", p => p.Text);
    public static readonly Index<Profile> ByLower = Table.UniqueExpressionIndex("idx_lower", "LOWER($.text)");
    public static readonly Reference ToPerson = Id.References(PersonTable.Id);
}

public static class FlagTable
{
    public static readonly Table<Flag> Table = new("flags");
    public static readonly Field<Flag, int> Id = Table.Key(f => f.Id);
    public static readonly Field<Flag, bool> Up = Table.Required("up", f => f.Up);
    public static readonly Field<Flag, Color> Color = Table.Required("color", f => f.Color);
    public static readonly Index<Flag> ByUp = Table.UniqueIndex("idx_up", Up);
}
