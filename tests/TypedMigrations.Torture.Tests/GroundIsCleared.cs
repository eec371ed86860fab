using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;

/// <summary>Ends the processes that the tests share and deletes their files. It stands in no namespace, so that it holds for all of them.</summary>
[SetUpFixture]
public sealed class GroundIsCleared
{
    [OneTimeTearDown]
    public async Task Clear()
    {
        await Server.EndAllAsync();
        Ground.DeleteAll();
    }
}
