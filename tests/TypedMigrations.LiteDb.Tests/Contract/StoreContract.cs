using TypedMigrations.StoreContract;

namespace TypedMigrations.LiteDb.Tests.Contract;

[OnEveryKindOfFile]
public sealed class MigrationsArePendingInLiteDb<TFile> : MigrationsArePending<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class TablesChangeInLiteDb<TFile> : TablesChange<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class FieldsChangeInLiteDb<TFile> : FieldsChange<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class DocumentsAreDerivedInLiteDb<TFile> : DocumentsAreDerived<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class IndexesChangeInLiteDb<TFile> : IndexesChange<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class MigrationFailsInLiteDb<TFile> : MigrationFails<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class RunIsCancelledInLiteDb<TFile> : RunIsCancelled<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class RunIsRehearsedInLiteDb<TFile> : RunIsRehearsed<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class SeedsAreInsertedInLiteDb<TFile> : SeedsAreInserted<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class JournalIsKeptInLiteDb<TFile> : JournalIsKept<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class JournalAndCodeDisagreeInLiteDb<TFile> : JournalAndCodeDisagree<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class PlanIsAskedForInLiteDb<TFile> : PlanIsAskedFor<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class DatabaseIsAdoptedInLiteDb<TFile> : DatabaseIsAdopted<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class MigrationsAreTakenBackInLiteDb<TFile> : MigrationsAreTakenBack<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class BackupIsPutBackInLiteDb<TFile> : BackupIsPutBack<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class NewerMigrationsOnlyAddInLiteDb<TFile> : NewerMigrationsOnlyAdd<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class BackupIsMadeInLiteDb<TFile> : BackupIsMade<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class DatabaseIsCreatedInLiteDb<TFile> : DatabaseIsCreated<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class DatabaseIsDroppedInLiteDb<TFile> : DatabaseIsDropped<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class DatabaseIsWaitedForInLiteDb<TFile> : DatabaseIsWaitedFor<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class AuditTrailIsReadInLiteDb<TFile> : AuditTrailIsRead<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class BaselineIsFoundInLiteDb<TFile> : BaselineIsFound<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class SchemaIsReadInLiteDb<TFile> : SchemaIsRead<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class DocumentsGoToOtherTablesInLiteDb<TFile> : DocumentsGoToOtherTables<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class DocumentsGetOtherKeysInLiteDb<TFile> : DocumentsGetOtherKeys<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class DocumentsAreCleanedInLiteDb<TFile> : DocumentsAreCleaned<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class VerbsAreCombinedInLiteDb<TFile> : VerbsAreCombined<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class AnotherModuleIsFurtherOnInLiteDb<TFile> : AnotherModuleIsFurtherOn<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class AnotherModuleRefersToThemInLiteDb<TFile> : AnotherModuleRefersToThem<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class MigrationsAreSquashedInLiteDb<TFile> : MigrationsAreSquashed<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class DatabaseIsSeededInLiteDb<TFile> : DatabaseIsSeeded<TFile> where TFile : StoreHarness, new();
public sealed class DatabaseIsDumpedInLiteDb<TFile> : DatabaseIsDumped<TFile> where TFile : StoreHarness, new();

[OnEveryKindOfFile]
public sealed class PassesAreSharedInLiteDb<TFile> : PassesAreShared<TFile> where TFile : StoreHarness, new();
