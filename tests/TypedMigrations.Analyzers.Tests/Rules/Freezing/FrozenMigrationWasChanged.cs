using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using TypedMigrations.Analyzers.Rules.Freezing;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Freezing;

public sealed class FrozenMigrationWasChanged
{
    private const string Code = """
        using TypedMigrations;

        namespace Accounts.M20201006_First;

        public sealed class First : Migration;

        public static class AccountTable
        {
            public static readonly Table<Account> Table = new("accounts");
        }

        public sealed record Account(string Id);
        """;

    private static readonly string Ledger = Branches.Ledger($"20201006_First - {Branches.HashOf(Code)}");

    [Test]
    public Task InALiteralIsReportedWithBothHashes()
    {
        var changed = Code.Replace("\"accounts\"", "\"people\"");

        return RuleTest<FrozenMigrationChanged>.VerifyLedger(
            Ledger,
            [changed.Replace("class First", "class {|#0:First|}")],
            new DiagnosticResult("TM0501", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                $"Migration 20201006_First is frozen and was changed: frozen as {Branches.HashOf(Code)}, now {Branches.HashOf(changed)}. Restore its code and data files, and put the change into a new migration. "
                + "Only if it was applied nowhere but in databases that you throw away: take its line and all below it out of migrations.ledger, and freeze again")
                .WithLocation("/Accounts/migrations.ledger", 3, 1));
    }

    [TestCase("public sealed class First", "// Why this is so.\n\n\npublic   sealed class First")]
    [TestCase("{\n    public", "{\n\n        public")]
    public Task InCommentsAndLayoutIsNotReported(string code, string reformatted) =>
        RuleTest<FrozenMigrationChanged>.VerifyLedger(Ledger, [Code.Replace(code, reformatted)]);

    [Test]
    public Task ButNotFrozenIsNotReported() =>
        RuleTest<FrozenMigrationChanged>.VerifyLedger(Branches.Ledger(), [Code.Replace("\"accounts\"", "\"people\"")]);
}
