namespace TypedMigrations.StoreContract.Modules.History.M20240103_Empty;

public sealed record Shop(string Id, string Name, string? City);

public static class ShopTable
{
    public static readonly Table<Shop> Table = new("shops");
    public static readonly Field<Shop, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Shop, string> Name = Table.Required("name", s => s.Name);
    public static readonly Field<Shop, string?> City = Table.Optional("city", s => s.City);
}

/// <summary>Changes nothing, and is part of the history all the same.</summary>
public sealed class Empty : Migration;
