using Owner = TypedMigrations.StoreContract.Modules.People.M20240101_First;

namespace TypedMigrations.StoreContract.Modules.Cards.M20240102_Cards;

public sealed record Card(string Id, string Name);

public static class CardTable
{
    public static readonly Table<Card> Table = new("cards");
    public static readonly Field<Card, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Card, string> Name = Table.Required("name", c => c.Name);
    public static readonly Reference ToPerson = Id.References(Owner.PersonTable.Id);
}

[DependsOn<Owner.First>]
public sealed class Cards : Migration
{
    public override void Up(Steps up) => up.Insert(Owner.PersonTable.Table, CardTable.Table, (person, _) => new Card(person.Id, person.Name));
}
