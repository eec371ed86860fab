using TypedMigrations;
namespace TM0104;

public sealed class First : Migration;
