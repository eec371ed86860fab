using DiffEngine;

namespace TypedMigrations.Testing.Tests;

/// <summary>Tests of failing snapshots start no program.</summary>
[SetUpFixture]
public sealed class NoDiffTool
{
    [OneTimeSetUp]
    public void Disable() => DiffRunner.Disabled = true;
}
