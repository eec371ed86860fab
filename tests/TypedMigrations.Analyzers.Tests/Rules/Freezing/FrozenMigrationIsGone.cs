using TypedMigrations.Analyzers.Rules.Freezing;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Freezing;

public sealed class FrozenMigrationIsGone
{
    [Test]
    public Task IsReported()
    {
        var first = Branches.HashOf(Branches.First);

        return RuleTest<FrozenMigrationMissing>.VerifyLedger(
            Branches.Ledger($"20201006_First - {first}", $"20201022_Second {first} {Branches.HashOf(Branches.Second)}"), [Branches.First],
            RuleTest<FrozenMigrationMissing>.AtRow(4, "TM0504",
                "Migration 20201022_Second of Accounts is frozen, and the code has no such migration: databases that have it would be refused as newer than the program. "
                + "Restore its folder, or, if it was applied nowhere but in databases that you throw away, take its line and all below it out of this file"));
    }

    [Test]
    public Task WithItsNamespaceIsReportedOnce()
    {
        var hash = Branches.HashOf(Branches.First);

        return RuleTest<FrozenMigrationMissing>.VerifyLedger(
            $"namespace Shop\n20201006_First - {hash}\n20201022_Second {hash} {hash}\n", [Branches.First],
            RuleTest<FrozenMigrationMissing>.AtRow(2, "TM0504",
                "This ledger is that of namespace Shop, and no migration of the project lies there. Correct its first line to the namespace above those of the migrations, or restore them"));
    }
}
