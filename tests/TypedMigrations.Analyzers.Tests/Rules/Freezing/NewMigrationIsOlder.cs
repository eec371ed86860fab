using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using TypedMigrations.Analyzers.Rules.Freezing;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Freezing;

public sealed class NewMigrationIsOlder
{
    private static readonly string First = Branches.HashOf(Branches.First);

    [Test]
    public Task ThanAFrozenOneIsReported() => RuleTest<OlderThanFrozen>.VerifyLedger(
        Branches.Ledger($"20201006_First - {First}", $"20201024_Third {First} {Branches.HashOf(Branches.Third)}"),
        [Branches.First, Branches.Second.Replace("class Second", "class {|#0:Second|}"), Branches.Third],
        new DiagnosticResult("TM0505", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "Migration 20201022_Second is not frozen, but older than 20201024_Third, which is: databases that have 20201024_Third already would get it out of order. "
            + "Give it a stamp later than 20201024_Third, in its namespace and its folder, and make it follow 20201024_Third"));

    [Test]
    public Task ThanOneThatIsNotFrozenIsNotReported() => RuleTest<OlderThanFrozen>.VerifyLedger(
        Branches.Ledger($"20201006_First - {First}"), [Branches.First, Branches.Second, Branches.Third]);
}
