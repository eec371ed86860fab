using TypedMigrations.Torture.Rows;

namespace TypedMigrations.Torture.Tests;

/// <summary>.NET ends the process for its own needs. Only its own words count as that.</summary>
public sealed class RuntimeGivesUp
{
    [TestCase("No usable version of libssl was found"), TestCase("Out of memory."), TestCase("GC heap initialization failed with error 0x8007000E")]
    public void ForWantOfMemory(string said) => Assert.That(Faults.IsOfTheRuntime("crashed with 134", $"ready\nevent 1 Planned\n{said}"), Is.True);

    [Test]
    public void ItSaysSo() => Assert.That(Faults.IsOfTheRuntime("crashed with 134", "ready\nevent 1 Planned"), Is.False);

    [Test]
    public void ARefusedRunIsNoSuchEnd() => Assert.That(Faults.IsOfTheRuntime("refused TM4008", "OutOfMemoryException"), Is.False);
}
