using TypedMigrations.Testing.Snapshots;

namespace TypedMigrations.Testing.Tests;

public sealed class DifferenceIsFarBelowItsTable
{
    private const string Verified =
        "table a\n  key string\n  field b string\n\ntable c\n  key string\n  field d string\n  field e string\n  field f string\n  field g string\n  field h string\n  field i string\n  field j string";

    [Test]
    public void TheTableIsNamedAndTheRestIsLeftOut()
    {
        var mismatch = new Mismatch(new SnapshotFile("anywhere"), Verified, Verified.Replace("field g string", "field g long", StringComparison.Ordinal));

        Assert.That(SnapshotDiff.Of(mismatch), Is.EqualTo(
            """
                …
                table c
                …
                  field e string
                  field f string
              -   field g string
              +   field g long
                  field h string
                  field i string
                …

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ANewLineAtTheEndIsShown()
    {
        var mismatch = new Mismatch(new SnapshotFile("anywhere"), "table a\n  key string", "table a\n  key string\n  field b string");

        Assert.That(SnapshotDiff.Of(mismatch), Is.EqualTo("    table a\n      key string\n  +   field b string\n"));
    }
}
