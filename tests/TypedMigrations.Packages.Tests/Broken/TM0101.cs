using TypedMigrations;
namespace TM0101.M2026011_First;

public sealed class First : Migration;
