using Old = TypedMigrations.StoreContract.Modules.Cards.M20240102_Cards;
using Owner = TypedMigrations.StoreContract.Modules.People.M20240101_First;

namespace TypedMigrations.StoreContract.Modules.Cards.M20240104_Cities;

public sealed record Card(string Id, string Name, string? City = null, int Neighbors = 0);

public static class CardTable
{
    public static readonly Table<Card> Table = new("cards");
    public static readonly Field<Card, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Card, string> Name = Table.Required("name", c => c.Name);
    public static readonly Field<Card, string?> City = Table.Optional("city", c => c.City);
    public static readonly Field<Card, int> Neighbors = Table.Required("neighbors", c => c.Neighbors);
}

[DependsOn<Owner.First>]
public sealed class Cities : Migration
{
    public override void Up(Steps up)
    {
        up.Fill(CardTable.City, Old.CardTable.Table, (card, before) => CityOf(before.Find(Owner.PersonTable.Id, card.Id)));
        up.Fill(CardTable.Neighbors, Old.CardTable.Table, (card, before) =>
            before.FindAll(Owner.PersonTable.City, CityOf(before.Find(Owner.PersonTable.Id, card.Id))).Count(person => person.Id != card.Id));
    }

    private static string? CityOf(Owner.Person? person) => person?.Home?.City;
}
