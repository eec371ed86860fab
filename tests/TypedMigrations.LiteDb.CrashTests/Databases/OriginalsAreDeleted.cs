using TypedMigrations.LiteDb.CrashTests.Databases;

/// <summary>Deletes what the tests share. It stands in no namespace, so that it holds for all of them.</summary>
[SetUpFixture]
public sealed class OriginalsAreDeleted
{
    [OneTimeTearDown]
    public void Delete() => Original.DeleteAll();
}
