using TypedMigrations.Analyzers.Rules.Freezing;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Freezing;

public sealed class LedgerIsNoLedger
{
    private const string Remedy = "Restore the file from version control; after a merge keep the lines of both branches, and build again to be told which of them to rebase";

    private static readonly string Hash = Branches.HashOf(Branches.First);

    [TestCase("<<<<<<< HEAD", "is the mark of a merge conflict")]
    [TestCase("20201022_Second v1:12", "is no frozen migration: an id, the hash of the migration before, and its own hash")]
    [TestCase("20201022_Second - v1:12", "is no frozen migration: an id, the hash of the migration before, and its own hash")]
    public Task InALineIsReported(string line, string reason) => RuleTest<LedgerUnreadable>.VerifyLedger(
        Branches.Ledger($"20201006_First - {Hash}", line), [Branches.First], RuleTest<LedgerUnreadable>.AtRow(4, "TM0503", $"Line 4 of migrations.ledger {reason}. {Remedy}"));

    [Test]
    public Task BecauseALineIsThereTwiceIsReported() => RuleTest<LedgerUnreadable>.VerifyLedger(
        Branches.Ledger($"20201006_First - {Hash}", $"20201006_First - {Hash}"), [Branches.First],
        RuleTest<LedgerUnreadable>.AtRow(4, "TM0503", $"Line 4 of migrations.ledger lists 20201006_First a second time. {Remedy}"));

    [Test]
    public Task BecauseALineIsMissingIsReported()
    {
        var second = Branches.HashOf(Branches.Second);

        return RuleTest<LedgerUnreadable>.VerifyLedger(
            Branches.Ledger($"20201006_First - {Hash}", $"20201024_Third {second} {Branches.HashOf(Branches.Third)}"), [Branches.First, Branches.Second, Branches.Third],
            RuleTest<LedgerUnreadable>.AtRow(4, "TM0503", $"Line 4 of migrations.ledger says that 20201024_Third follows {second}, which is the hash of no line above. {Remedy}"));
    }

    [Test]
    public Task BecauseItNamesNoNamespaceIsReported() => RuleTest<LedgerUnreadable>.VerifyLedger(
        $"20201006_First - {Hash}\n", [Branches.First],
        RuleTest<LedgerUnreadable>.AtRow(1, "TM0503", $"Line 1 of migrations.ledger does not begin with 'namespace ' and the namespace above those of the migrations. {Remedy}"));

    [TestCase("")]
    [TestCase("\r\n")]
    public Task ButOneWithEmptyLinesCommentsAndOtherLineEndingsIs(string end) => RuleTest<LedgerUnreadable>.VerifyLedger(
        Branches.Ledger("", "# A comment.", $"20201006_First - {Hash}").Replace("\n", end.Length > 0 ? end : "\n"), [Branches.First]);
}
