namespace TypedMigrations.Tests.Modules.Misplaced.M20201006_Fine.Below;

// The fingerprint covers the namespace of the class and those below: the constants above it would not be in it.
public sealed class TooDeep : Migration;
