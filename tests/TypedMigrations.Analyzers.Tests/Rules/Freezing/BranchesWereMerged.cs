using TypedMigrations.Analyzers.Rules.Freezing;
using TypedMigrations.Analyzers.Tests.Rules.Harness;
using TypedMigrations.CodeFixes.Freezing;

namespace TypedMigrations.Analyzers.Tests.Rules.Freezing;

public sealed class BranchesWereMerged
{
    [Test]
    public Task AfterBothWereFrozenIsReportedInTheLedger()
    {
        var first = Branches.HashOf(Branches.First);
        var ledger = Branches.Ledger($"20201006_First - {first}", $"20201022_Second {first} {Branches.HashOf(Branches.Second)}", $"20201024_Third {first} {Branches.HashOf(Branches.Third)}");

        return RuleTest<TwoFollowOne>.VerifyLedger(
            ledger,
            [Branches.First, Branches.Second, Branches.Third],
            RuleTest<TwoFollowOne>.AtRow(5, "TM0502",
                "Migrations 20201022_Second and 20201024_Third both follow 20201006_First: two branches were merged. Rebase 20201024_Third: take its line and all below it out of this file, "
                + "write 'using Old = Accounts.M20201022_Second;' in it, copy into its constants and records what 20201022_Second changed, and freeze again. "
                + "If 20201024_Third was applied to a database that counts, rebase 20201022_Second in the same way, with a stamp later than 20201024_Third"));
    }

    [Test]
    public Task BeforeTheLaterWasFrozenIsReportedWhereItSaysWhatItFollows() => RuleTest<TwoFollowOne>.VerifyMessage(
        "TM0502",
        "Migrations 20201022_Second and 20201024_Third both follow 20201006_First: two branches were merged. Rebase 20201024_Third: write 'using Old = Accounts.M20201022_Second;', "
        + "and copy into its constants and records what 20201022_Second changed",
        Branches.ThirdOfABranch.Replace("Accounts.M20201006_First;", "{|#0:Accounts.M20201006_First|};"), Branches.First, Branches.Second);

    [Test]
    public Task IsRepairedByFollowingTheMigrationBefore() => RuleTest<TwoFollowOne>.VerifyFix<FollowTheMigrationBefore>(
        Branches.ThirdOfABranch.Replace("Accounts.M20201006_First;", "{|TM0502:Accounts.M20201006_First|};"), Branches.Third, Branches.First, Branches.Second);

    [Test]
    public Task AndRebasedIsNotReported()
    {
        var (first, second) = (Branches.HashOf(Branches.First), Branches.HashOf(Branches.Second));

        return RuleTest<TwoFollowOne>.VerifyLedger(
            Branches.Ledger($"20201006_First - {first}", $"20201022_Second {first} {second}", $"20201024_Third {second} {Branches.HashOf(Branches.Third)}"),
            [Branches.First, Branches.Second, Branches.Third]);
    }
}
