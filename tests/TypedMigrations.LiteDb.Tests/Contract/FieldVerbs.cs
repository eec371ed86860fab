using TypedMigrations.StoreContract;

namespace TypedMigrations.LiteDb.Tests.Contract;

[OnEveryKindOfFile]
public sealed class FieldsGoToOtherPlacesInLiteDb<TFile> : FieldsGoToOtherPlaces<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class ArraysComeAndGoInLiteDb<TFile> : ArraysComeAndGo<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class ValuesAreMadeAnewInLiteDb<TFile> : ValuesAreMadeAnew<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class ValuesDoNotFitInLiteDb<TFile> : ValuesDoNotFit<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class FieldsGoToOtherTablesInLiteDb<TFile> : FieldsGoToOtherTables<TFile> where TFile : StoreHarness, new();
