namespace TypedMigrations;

/// <summary>The codes of all problems. Each has a section in <c>docs/errors.md</c> that says what it means and what to do.</summary>
public static class ErrorCode
{
    // TM10xx: which migrations there are, and what the journal says.
    /// <summary>A module has no migration.</summary>
    public const string NoMigrations = "TM1001";
    /// <summary>A namespace that looks like a migration's has a malformed stamp or name.</summary>
    public const string MalformedStamp = "TM1002";
    /// <summary>Two migrations of one module have one stamp.</summary>
    public const string StampTakenTwice = "TM1003";
    /// <summary>A migration was edited after it was applied.</summary>
    public const string EditedSinceApplied = "TM1004";
    /// <summary>The journal holds a migration that the code does not.</summary>
    public const string MissingInCode = "TM1005";
    /// <summary>The database is newer than the program.</summary>
    public const string DatabaseNewer = "TM1006";
    /// <summary>A pending migration is older than the newest applied one of its module.</summary>
    public const string OutOfOrder = "TM1007";
    /// <summary>A migration depends on one with a later stamp.</summary>
    public const string DependsOnLater = "TM1008";
    /// <summary>A migration depends on one that is not registered, or two depend on each other.</summary>
    public const string DependencyNotMet = "TM1009";
    /// <summary>A migration class lies outside a migration's namespace, or outside every module's.</summary>
    public const string OutsideMigrationNamespace = "TM1010";
    /// <summary>The assembly has migrations, but no manifest of them.</summary>
    public const string NotInManifest = "TM1011";
    /// <summary>A type of the module cannot be loaded, or a migration not be made.</summary>
    public const string TypeNotLoadable = "TM1012";
    /// <summary>Two modules own one table.</summary>
    public const string TableOwnedTwice = "TM1013";
    /// <summary>Two modules have one name.</summary>
    public const string ModuleNamedTwice = "TM1014";
    /// <summary>The target names no migration, or more than one.</summary>
    public const string UnknownTarget = "TM1015";
    /// <summary>The target is applied already.</summary>
    public const string TargetAlreadyApplied = "TM1016";
    /// <summary>The database has tables but no journal.</summary>
    public const string AdoptionNeeded = "TM1017";
    /// <summary>The journal's format is newer than this library knows.</summary>
    public const string JournalNewer = "TM1018";

    // TM12xx: going back, and migrations that only add.
    /// <summary>A migration is to be taken back and has no <c>Down</c>.</summary>
    public const string NotRevertible = "TM1201";
    /// <summary>Taking a migration back loses data, which was not allowed.</summary>
    public const string RevertLosesData = "TM1202";
    /// <summary>More migrations are to be taken back than were applied.</summary>
    public const string NothingToRevert = "TM1203";
    /// <summary>A migration is to be taken back to one that was never applied.</summary>
    public const string RevertOutOfOrder = "TM1204";
    /// <summary>A migration that is marked as additive does more than add.</summary>
    public const string NotAdditive = "TM1205";

    /// <summary>A pending migration loses data, which was not allowed.</summary>
    public const string LosesData = "TM1206";
    /// <summary>The plan is not the one that was approved.</summary>
    public const string PlanNotApproved = "TM1207";
    // TM131x: baselines.
    /// <summary>A database that has a journal is to be adopted.</summary>
    public const string JournalThere = "TM1310";
    /// <summary>A database that holds nothing is to be adopted.</summary>
    public const string NothingToAdopt = "TM1311";
    /// <summary>A baseline does not say where a module is.</summary>
    public const string BaselineIncomplete = "TM1312";
    /// <summary>A baseline says that no module has a migration.</summary>
    public const string BaselineEmpty = "TM1313";
    // TM13xx: squashed migrations.
    /// <summary>The database has some of the migrations that a squash replaces, but not all.</summary>
    public const string SquashPartlyApplied = "TM1301";
    /// <summary>A migration is in the code that a squash replaces.</summary>
    public const string ReplacedStillInCode = "TM1302";
    /// <summary>A squash is older than what it replaces, or not the first of its module.</summary>
    public const string SquashMisplaced = "TM1303";
    /// <summary>The ids in <c>[Replaces]</c> cannot be read.</summary>
    public const string ReplacesUnreadable = "TM1304";

    // TM20xx: constants and seeds.
    /// <summary>A class of constants cannot be initialized.</summary>
    public const string ConstantsNotInitialized = "TM2001";
    /// <summary>A table has no key, or more than one.</summary>
    public const string KeyMissing = "TM2002";
    /// <summary>A name is declared twice, or names differ only by case.</summary>
    public const string NameTakenTwice = "TM2003";
    /// <summary>A record and its fields do not match.</summary>
    public const string RecordNotCovered = "TM2004";
    /// <summary>An index cannot be kept on its field.</summary>
    public const string IndexNotKeepable = "TM2005";
    /// <summary>The store refuses a name.</summary>
    public const string NameRefused = "TM2006";
    /// <summary>The store cannot hold a type without loss.</summary>
    public const string TypeRefused = "TM2007";
    /// <summary>A reference leads to no key, or is of another type than the key.</summary>
    public const string ReferenceNotKeepable = "TM2008";
    /// <summary>A seed's JSON file cannot be read.</summary>
    public const string SeedFileUnreadable = "TM2010";

    // TM21xx: the accounting between two frozen schemas.
    /// <summary>A field is gone and no step says where to.</summary>
    public const string FieldUnaccounted = "TM2101";
    /// <summary>A required field is new and nothing fills it.</summary>
    public const string RequiredFieldUnfilled = "TM2102";
    /// <summary>A field changed its type without a conversion.</summary>
    public const string TypeChanged = "TM2103";
    /// <summary>A table is gone and no step says where to.</summary>
    public const string TableUnaccounted = "TM2104";
    /// <summary>A step names a constant that is neither of this migration nor of the one before it.</summary>
    public const string ForeignConstant = "TM2105";
    /// <summary>Steps contradict each other or the constants.</summary>
    public const string ContradictingSteps = "TM2106";
    /// <summary>A table's key changed.</summary>
    public const string KeyChanged = "TM2107";
    /// <summary><c>Up</c>, <c>Down</c> or a seed threw while it was asked for its steps.</summary>
    public const string StepsNotCollected = "TM2108";

    // TM211x: what is read of other modules, and the manifest that says it.
    /// <summary>A migration reads fields of another module that have changed since.</summary>
    public const string ForeignFieldChanged = "TM2110";
    /// <summary>A module's manifest is of another version.</summary>
    public const string ManifestOfOtherVersion = "TM2111";

    // TM30xx: the database and its surroundings, before any work.
    /// <summary>The lock was not free in time.</summary>
    public const string LockNotFree = "TM3001";
    /// <summary>File locks do not work here.</summary>
    public const string LocksDoNotWork = "TM3002";
    /// <summary>The file is no database of this store.</summary>
    public const string NotADatabase = "TM3003";
    /// <summary>The password is wrong, missing or not wanted.</summary>
    public const string WrongPassword = "TM3004";
    /// <summary>The file is truncated or damaged.</summary>
    public const string Damaged = "TM3005";
    /// <summary>A log lies beside the database that was not written with it.</summary>
    public const string StrayLog = "TM3006";
    /// <summary>The folder or the file cannot be written.</summary>
    public const string NotWritable = "TM3007";
    /// <summary>There is not enough space.</summary>
    public const string NoSpace = "TM3008";
    /// <summary>The file cannot be replaced: it has hard links or is a mount point.</summary>
    public const string NotReplaceable = "TM3009";
    /// <summary>The connection string cannot be used.</summary>
    public const string ConnectionRefused = "TM3010";
    /// <summary>Another program has the database open.</summary>
    public const string HeldByAnother = "TM3011";
    /// <summary>An interrupted swap cannot be finished.</summary>
    public const string SwapUnfinished = "TM3012";
    /// <summary>Test data was asked for in a real database.</summary>
    public const string RealDatabase = "TM3013";

    // TM32xx: backups.
    /// <summary>The file is no backup of this database.</summary>
    public const string NotABackup = "TM3201";
    /// <summary>The backup is missing or cannot be read.</summary>
    public const string BackupUnreadable = "TM3202";

    // TM33xx: maintenance.
    /// <summary>A database is to be made where one is already.</summary>
    public const string DatabaseExists = "TM3301";
    /// <summary>The database does not exist.</summary>
    public const string DatabaseMissing = "TM3302";
    /// <summary>A backup cannot be made at its place.</summary>
    public const string BackupNotMade = "TM3303";
    /// <summary>The database could not be dropped.</summary>
    public const string NotDropped = "TM3304";
    /// <summary>The database has no files, which what was asked for needs.</summary>
    public const string NoFiles = "TM3305";
    // TM34xx: dumps.
    /// <summary>There is nothing of the name to dump, to load or to compare.</summary>
    public const string DataMissing = "TM3401";
    /// <summary>A dump is loaded only where there is nothing yet.</summary>
    public const string NotEmpty = "TM3402";
    /// <summary>The text is no dump, or one of another version or store.</summary>
    public const string NotADump = "TM3403";
    /// <summary>A line of the dump is wrong, or missing.</summary>
    public const string DumpBroken = "TM3404";
    /// <summary>What was loaded does not read back as it was in the dump.</summary>
    public const string LoadNotVerified = "TM3405";
    /// <summary>The databases cannot be compared.</summary>
    public const string NotComparable = "TM3406";
    /// <summary>A document is nested too deeply for a dump.</summary>
    public const string NestedTooDeeply = "TM3407";

    // TM40xx: while the copy is migrated, verified and swapped in.
    /// <summary>A conversion, a fill or a derived document threw.</summary>
    public const string StepThrew = "TM4001";
    /// <summary>A value does not fit the declared type.</summary>
    public const string ValueMisfit = "TM4002";
    /// <summary>A document already has the field that a step would write.</summary>
    public const string FieldExists = "TM4003";
    /// <summary>Documents share a value that a unique index forbids.</summary>
    public const string NotUnique = "TM4004";
    /// <summary>A derived document's key is taken.</summary>
    public const string KeyTaken = "TM4005";
    /// <summary>The copy does not match the constants.</summary>
    public const string VerificationFailed = "TM4006";
    /// <summary>The real schema does not fit the migration at which the database is to be adopted.</summary>
    public const string AdoptionMisfit = "TM4007";
    /// <summary>The store failed.</summary>
    public const string StoreFailed = "TM4008";
    /// <summary>The copy could not be swapped in.</summary>
    public const string SwapFailed = "TM4009";
    /// <summary>A table is to go, but some of its documents went nowhere.</summary>
    public const string DocumentsLeft = "TM4010";
    /// <summary>A step gives one key to several documents.</summary>
    public const string KeysClash = "TM4011";
    /// <summary>A reference leads to no document, so that it cannot follow it to another key.</summary>
    public const string DanglingReference = "TM4012";
    /// <summary>A reference would keep the old keys of documents that get other ones.</summary>
    public const string ReferenceLeftBehind = "TM4101";

    // TM50xx: the application.
    /// <summary>The database was used before it was up to date.</summary>
    public const string UsedTooEarly = "TM5001";
    /// <summary>An option is wrong.</summary>
    public const string InvalidOption = "TM5002";
}
