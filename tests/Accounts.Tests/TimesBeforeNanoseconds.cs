using TypedMigrations.Planning;

namespace Accounts.Tests;

public sealed class TimesBeforeNanoseconds
{
    private static readonly IReadOnlyList<ConvertFields> Conversions = [.. AccountsHistory.Migration("TimesInNanoseconds").Steps.OfType<ConvertFields>()];

    [Test]
    public void AreConvertedInEveryTable() => Assert.That(Conversions.Select(step => step.Sources.Single().ToString()), Is.EquivalentTo(
    [
        "accounts.created_at", "accounts.updated_at", "accounts.last_login", "roles.created_at", "roles.updated_at", "orgs.created_at", "projects.created_at",
    ]));

    [TestCase(0, 0)]
    [TestCase(1_601_942_400, 1_601_942_400_000_000_000)]
    [TestCase(-1, -1_000_000_000)]
    public void AreMultiplied(long seconds, long nanoseconds) =>
        Assert.That(Conversions.Select(step => step.Function([seconds]).Single()), Has.All.EqualTo(nanoseconds));

    [Test]
    public void AreRefusedWhereNanosecondsCannotHoldThem()
    {
        foreach (var step in Conversions)
            Assert.That(() => step.Function([1_601_942_400_000_000_000]), Throws.TypeOf<OverflowException>(), step.Words);
    }
}
