using TypedMigrations.Testing;

namespace Disco.Tests;

public sealed class Schemas
{
    [Test] public void AreAsVerified() => SchemaSnapshots.Verify<DiscoModule>();
}
