namespace TypedMigrations.Tests.Modules.Misplaced;

public sealed class MisplacedModule : MigrationModule;

// Its namespace says no stamp.
public sealed class Unstamped : Migration;
