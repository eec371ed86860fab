using TypedMigrations.StoreContract;

namespace TypedMigrations.LiteDb.Tests.Contract;

[OnEveryKindOfFile]
public sealed class FieldsGoToOtherPlacesInLiteDb<TFile> : FieldsGoToOtherPlaces<TFile> where TFile : StoreHarness, new();
