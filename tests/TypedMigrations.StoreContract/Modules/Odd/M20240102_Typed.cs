using System.Globalization;
using Old = TypedMigrations.StoreContract.Modules.Odd.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Odd.M20240102_Typed;

public enum State
{
    Open,
    Done,
}

public sealed record Item(string Id, int? Weight, State? State, string? Name, int? Depth, string? File, Extra? Extra, string? Code, string? Rate, Part[]? Parts, int? Letters);

public sealed record Part(int? Size);

public sealed record Extra(string? Note);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, int?> Weight = Table.Optional("weight", i => i.Weight);
    public static readonly Field<Item, State?> State = Table.Optional("state", i => i.State);
    public static readonly Field<Item, string?> Name = Table.Optional("name", i => i.Name);
    public static readonly Field<Item, int?> Depth = Table.Optional("depth", i => i.Depth);
    public static readonly Field<Item, string?> File = Table.Optional("file", i => i.File);
    public static readonly Field<Item, Extra?> Extra = Table.Optional("extra", i => i.Extra);
    public static readonly Field<Item, string?> ExtraNote = Extra.Optional("note", e => e.Note);
    public static readonly Field<Item, string?> Code = Table.Optional("code", i => i.Code);
    public static readonly Field<Item, string?> Rate = Table.Optional("rate", i => i.Rate);
    public static readonly Field<Item, Part[]?> Parts = Table.Optional("parts", i => i.Parts);
    public static readonly Field<Item, int?> PartSize = Parts.Each().Optional("size", p => p.Size);
    public static readonly Field<Item, int?> Letters = Table.Optional("letters", i => i.Letters);
}

public sealed class Typed : Migration
{
    private static readonly Dictionary<string, State> States = new() { ["o"] = State.Open, ["d"] = State.Done };

    public override void Up(Steps up)
    {
        Choice.For(up.Convert(Old.ItemTable.Weight, ItemTable.Weight, weight => (int?)int.Parse(weight, CultureInfo.InvariantCulture)), weight => weight switch
        {
            long or int or double => Convert.ToInt32(weight, CultureInfo.InvariantCulture),
            IReadOnlyList<object?> list => list.Count,
            IReadOnlyDictionary<string, object?> map => (int)map["kg"]! * 1000,
            "throw" => throw new InvalidOperationException("no weight at all"),
            _ => null,
        });
        Choice.For(up.Map(Old.ItemTable.State, ItemTable.State, States), state => state is int number ? (State)number : null);
        Choice.For(up.Combine(Old.ItemTable.First, Old.ItemTable.Last, ItemTable.Name, (first, last) => $"{first} {last}".Trim()), names => string.Join("+", (IReadOnlyList<object?>)names!));
        Choice.For(up.Split(Old.ItemTable.Path, ItemTable.Depth, ItemTable.File, path => ((int?)path.Count(letter => letter == '/'), path[(path.LastIndexOf('/') + 1)..])), path => (null, $"{path}"));
        Choice.For(up.ParseJson(Old.ItemTable.Json, ItemTable.Extra), json => json is "" ? null : new Extra($"{json}"));
        Choice.For(up.Unwrap(Old.ItemTable.Codes, ItemTable.Code), codes => codes is IReadOnlyList<object?> list ? string.Join(",", list) : $"{codes}");
        Choice.For(up.WriteJson(Old.ItemTable.Rate, ItemTable.Rate), rate => $"{rate}");
        Choice.For(up.Convert(Old.ItemTable.PartSize, ItemTable.PartSize, size => (int?)int.Parse(size, CultureInfo.InvariantCulture)), size => -1);
        Choice.For(
            up.Fill(ItemTable.Letters, Old.ItemTable.Table, (item, before) => item.Id == "silent" ? throw new InvalidOperationException("no letters") : item.Weight?.Length),
            item => ((IReadOnlyDictionary<string, object?>)item!)["weight"] is string text ? text.Length : -2);
    }
}
