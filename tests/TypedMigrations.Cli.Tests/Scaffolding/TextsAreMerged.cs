using TypedMigrations.Cli.Scaffolding.Rebasing;

namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>What two sides made of one text.</summary>
public sealed class TextsAreMerged
{
    [TestCase("a b c", "a B c", "a b c", "a B c", TestName = "MineIsTakenWhereOnlyIChanged")]
    [TestCase("a b c", "a b c", "a b C", "a b C", TestName = "TheirsIsTakenWhereOnlyTheyChanged")]
    [TestCase("a b c", "A b c", "a b C", "A b C", TestName = "BothAreTakenWhereALineIsBetween")]
    [TestCase("a b c", "a X c", "a X c", "a X c", TestName = "TheSameChangeIsTakenOnce")]
    [TestCase("a b c", "a b c d", "a b c", "a b c d", TestName = "ALineAtTheEndIsNotLost")]
    [TestCase("a b c d e f", "a c d e f", "a b c d e x f", "a c d e x f", TestName = "WhatIsGoneShiftsWhatFollows")]
    [TestCase("", "a", "a", "a", TestName = "WhatBothAddedAlikeIsTakenOnce")]
    public void WithoutAConflict(string before, string mine, string theirs, string merged)
    {
        var (text, conflicts) = Merge(before, mine, theirs);

        Assert.That(conflicts, Is.Zero);
        Assert.That(text, Is.EqualTo(merged));
    }

    [TestCase("a b c", "a X c", "a Y c", "a <M X = Y >T c", TestName = "OneLineIsChangedInTwoWays")]
    [TestCase("a b c d e", "a X e", "a b c Y e", "a <M X = b c Y >T e", TestName = "ChangesOverlap")]
    [TestCase("a b c", "a b c d", "a b c e", "a b c <M d = e >T", TestName = "TwoLinesAreAddedAtTheEnd")]
    [TestCase("a b", "a X Q b", "a X R b", "a X <M Q = R >T b", TestName = "WhatIsAlikeStandsOutsideOfTheMarks")]
    [TestCase("a", "", "b", "<M = b >T", TestName = "WhatISpoiledTheyChanged")]
    public void WithAConflict(string before, string mine, string theirs, string merged)
    {
        var (text, conflicts) = Merge(before, mine, theirs);

        Assert.That(conflicts, Is.EqualTo(1));
        Assert.That(text.Replace("<<<<<<< ", "<").Replace("=======", "=").Replace(">>>>>>> ", ">"), Is.EqualTo(merged));
    }

    [Test]
    public void ConstantsThatBothAddInOnePlaceAreNoConflict()
    {
        var (text, conflicts) = ThreeWayMerge.Merge("{\n}", ("M", "{\n    public static readonly int Mine = 1;\n}"), ("T", "{\n    public static readonly int Theirs = 2;\n}"));

        Assert.That(conflicts, Is.Zero);
        Assert.That(text, Is.EqualTo("{\n    public static readonly int Theirs = 2;\n    public static readonly int Mine = 1;\n}"));
    }

    /// <summary>Letters stand for lines.</summary>
    private static (string Text, int Conflicts) Merge(string before, string mine, string theirs)
    {
        var (text, conflicts) = ThreeWayMerge.Merge(before.Replace(' ', '\n'), ("M", mine.Replace(' ', '\n')), ("T", theirs.Replace(' ', '\n')));
        return (text.Replace("<<<<<<< M", "<<<<<<<_M").Replace(">>>>>>> T", ">>>>>>>_T").Replace('\n', ' ').Replace('_', ' '), conflicts);
    }
}
