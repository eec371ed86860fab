// The source generator will write this.
[assembly: TypedMigrations.MigrationManifest(1,
    "Shop.M20260101_FirstTables|Shop.M20260101_FirstTables.FirstTables|v1:a1|",
    "Shop.M20260201_Prices|Shop.M20260201_Prices.Prices|v1:a2|",
    "Stock.M20260115_Shelves|Stock.M20260115_Shelves.Shelves|v1:b1|")]
