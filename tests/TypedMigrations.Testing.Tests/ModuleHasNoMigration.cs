using TypedMigrations.Testing.Tests.Empty;

namespace TypedMigrations.Testing.Tests;

public sealed class ModuleHasNoMigration
{
    [Test]
    public void IsReportedWithItsCode() => Assert.That(
        SchemaSnapshots.Verify<EmptyModule>,
        Throws.TypeOf<MigrationException>().With.Property(nameof(MigrationException.Code)).EqualTo(ErrorCode.NoMigrations));
}
