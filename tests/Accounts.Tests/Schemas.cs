using TypedMigrations.Testing;

namespace Accounts.Tests;

public sealed class Schemas
{
    [Test] public void AreAsVerified() => SchemaSnapshots.Verify<AccountsModule>();
}
