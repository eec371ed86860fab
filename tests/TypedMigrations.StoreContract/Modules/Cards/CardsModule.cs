namespace TypedMigrations.StoreContract.Modules.Cards;

/// <summary>Cards, made of what people are called and where they live: that stays when the other fields of people change.</summary>
public sealed class CardsModule : MigrationModule;
