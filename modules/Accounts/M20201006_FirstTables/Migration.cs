using TypedMigrations;

namespace Accounts.M20201006_FirstTables;

public sealed class FirstTables : Migration;
