using DiffEngine;

namespace Disco.Tests;

/// <summary>A failing test of this repository shows its difference in the message and starts no program.</summary>
[SetUpFixture]
public sealed class NoDiffTool
{
    [OneTimeSetUp]
    public void Disable() => DiffRunner.Disabled = true;
}
