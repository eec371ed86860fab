using TypedMigrations;

namespace Shop.M20261001_FirstTables;

public sealed class FirstTables : Migration;
