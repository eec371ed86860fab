using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using TypedMigrations.Analyzers.Rules.Freezing;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Freezing;

/// <summary>A ledger of three migrations, of which a squash replaces the first two.</summary>
public sealed class FrozenMigrationsAreSquashed
{
    private const string Replaces = "[Replaces(\"20201006_First\", \"20201022_Second\")] ";

    /// <summary>It has the place of the second one.</summary>
    private static readonly string InPlace = Branches.Migration("M20201022_Second", follows: null).Replace("public sealed", Replaces + "public sealed");

    /// <summary>It has an id of its own.</summary>
    private static readonly string Renamed = Branches.Migration("M20201022_Squashed", follows: null).Replace("public sealed", Replaces + "public sealed");

    private static readonly string ThirdOfRenamed = Branches.Migration("M20201024_Third", follows: "M20201022_Squashed");

    private static readonly string[] Before = LinesBefore(Branches.Third);

    private static string[] LinesBefore(string third)
    {
        var (first, second) = (Branches.HashOf(Branches.First), Branches.HashOf(Branches.Second));
        return [$"20201006_First - {first}", $"20201022_Second {first} {second}", $"20201024_Third {second} {Branches.HashOf(third)}"];
    }

    private static string Ledger(params string[] more) => Branches.Ledger([.. Before, .. more]);

    [Test]
    public async Task WhichIsNoFaultBeforeTheSquashIsFrozen()
    {
        await RuleTest<FrozenMigrationMissing>.VerifyLedger(Ledger(), [InPlace, Branches.Third]);
        await RuleTest<FrozenMigrationChanged>.VerifyLedger(Ledger(), [InPlace, Branches.Third]);
        await RuleTest<OlderThanFrozen>.VerifyLedger(Ledger(), [InPlace, Branches.Third]);
        await RuleTest<TwoFollowOne>.VerifyLedger(Ledger(), [InPlace, Branches.Third]);
        await RuleTest<LedgerUnreadable>.VerifyLedger(Ledger(), [InPlace, Branches.Third]);
    }

    [Test]
    public async Task WhichIsNoFaultAfterItIsFrozen()
    {
        var ledger = Ledger($"20201022_Second - {Branches.HashOf(InPlace)}");

        await RuleTest<FrozenMigrationMissing>.VerifyLedger(ledger, [InPlace, Branches.Third]);
        await RuleTest<FrozenMigrationChanged>.VerifyLedger(ledger, [InPlace, Branches.Third]);
        await RuleTest<OlderThanFrozen>.VerifyLedger(ledger, [InPlace, Branches.Third]);
        await RuleTest<TwoFollowOne>.VerifyLedger(ledger, [InPlace, Branches.Third]);
        await RuleTest<LedgerUnreadable>.VerifyLedger(ledger, [InPlace, Branches.Third]);
    }

    [Test]
    public async Task UnderAnIdOfItsOwnIsNoFaultEither()
    {
        var unfrozen = Branches.Ledger(LinesBefore(ThirdOfRenamed));
        var frozen = Branches.Ledger([.. LinesBefore(ThirdOfRenamed), $"20201022_Squashed - {Branches.HashOf(Renamed)}"]);
        foreach (var ledger in new[] { unfrozen, frozen })
        {
            await RuleTest<FrozenMigrationMissing>.VerifyLedger(ledger, [Renamed, ThirdOfRenamed]);
            await RuleTest<FrozenMigrationChanged>.VerifyLedger(ledger, [Renamed, ThirdOfRenamed]);
            await RuleTest<OlderThanFrozen>.VerifyLedger(ledger, [Renamed, ThirdOfRenamed]);
            await RuleTest<TwoFollowOne>.VerifyLedger(ledger, [Renamed, ThirdOfRenamed]);
            await RuleTest<LedgerUnreadable>.VerifyLedger(ledger, [Renamed, ThirdOfRenamed]);
        }
    }

    [Test]
    public Task AndTheFrozenSquashWasChangedIsReported()
    {
        var hash = "v1:" + new string('0', 64);

        return RuleTest<FrozenMigrationChanged>.VerifyLedger(
            Ledger($"20201022_Second - {hash}"), [InPlace.Replace("class Second", "class {|#0:Second|}"), Branches.Third],
            new DiagnosticResult("TM0501", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                $"Migration 20201022_Second is frozen and was changed: frozen as {hash}, now {Branches.HashOf(InPlace)}. Restore its code and data files, and put the change into a new migration. "
                + "Only if it was applied nowhere but in databases that you throw away: take its line and all below it out of migrations.ledger, and freeze again")
                .WithLocation("/Accounts/migrations.ledger", 6, 1));
    }

    [Test]
    public Task AndAnotherOneIsMissingIsReported() => RuleTest<FrozenMigrationMissing>.VerifyLedger(
        Ledger(), [InPlace],
        RuleTest<FrozenMigrationMissing>.AtRow(5, "TM0504",
            "Migration 20201024_Third of Accounts is frozen, and the code has no such migration: databases that have it would be refused as newer than the program. "
            + "Restore its folder, or, if it was applied nowhere but in databases that you throw away, take its line and all below it out of this file"));

    [Test]
    public Task AndALineIsThereTwiceIsReported() => RuleTest<LedgerUnreadable>.VerifyLedger(
        Ledger(Before[0]), [InPlace, Branches.Third],
        RuleTest<LedgerUnreadable>.AtRow(6, "TM0503",
            "Line 6 of migrations.ledger lists 20201006_First a second time. Restore the file from version control; after a merge keep the lines of both branches, and build again to be told which of them to rebase"));
}
