namespace TypedMigrations.Tests.Reporting;

public sealed class ProblemsAsText
{
    private static readonly Problem Problem = new("TM9999", "It is wrong.", "Make it right.", ("short", "one"), ("a longer label", "two\nthree"));

    [Test]
    public void HaveFactsInColumns() => Assert.That(Problem.ToString(), Is.EqualTo(
        """
        TM9999: It is wrong.
          short           one
          a longer label  two
                          three
        Make it right.
        """.ReplaceLineEndings("\n")));

    [Test]
    [Behavior(38)]
    public void StandTogetherInAnExceptionWithTheStateOfTheDatabase()
    {
        var exception = new MigrationException([Problem, new Problem("TM9998", "So is this.", "Too.")], "shop.db was not changed.");

        Assert.That(exception.Message, Is.EqualTo(
            """
            TM9999: It is wrong.
              short           one
              a longer label  two
                              three
              database        shop.db was not changed.
            Make it right.

            TM9998: So is this.
              database  shop.db was not changed.
            Too.
            """.ReplaceLineEndings("\n")));
        Assert.That(exception.Code, Is.EqualTo("TM9999"));
    }

    [Test]
    public void AreNeverNone() => Assert.That(() => new MigrationException([]), Throws.ArgumentException);
}
