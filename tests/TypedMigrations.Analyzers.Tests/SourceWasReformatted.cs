namespace TypedMigrations.Analyzers.Tests;

/// <summary>Nothing that the compiler does not turn into tokens may change a fingerprint.</summary>
public sealed class SourceWasReformatted
{
    [Test]
    public void KeepsTheFingerprintWithComments() =>
        AssertUnchanged(Sample.Migration
            .Replace("namespace Accounts", "// a comment\nnamespace /* two */ Accounts")
            .Replace("public static bool", "/// <summary>Docs.</summary>\npublic /* three */ static bool")
            + "// the end");

    [Test]
    public void KeepsTheFingerprintWithOtherWhitespace() =>
        AssertUnchanged(Sample.Migration
            .Replace(" : ", "\n\t:   ")
            .Replace("(int count)", "( int\n\n count )")
            .Replace("{{count + 1}}", "{{  count+1 }}")
            .Replace("public ", "    public\t"));

    [Test]
    public void KeepsTheFingerprintWithMoreOrFewerBlankLines() =>
        AssertUnchanged(Sample.Migration.Replace(";\n\n", ";\n").Replace("{\n", "{\n\n"));

    [Test]
    public void KeepsTheFingerprintWithOtherLineEndings([Values("\r\n", "\r")] string lineEnding) =>
        AssertUnchanged(Sample.Migration.ReplaceLineEndings(lineEnding));

    [Test]
    public void KeepsTheFingerprintWithAByteOrderMark() => AssertUnchanged("\uFEFF" + Sample.Migration);

    [Test]
    public void KeepsTheFingerprintWithDirectivesAndDisabledText() =>
        AssertUnchanged(Sample.Migration
            .Replace("public static bool", """
                #region Roles
                #pragma warning disable CS1591 // no docs
                #if NEVER
                public const int Disabled = 1;
                #else
                public static bool
                """ + "\n")
            .Replace("public sealed record", "#endif\n#endregion\npublic sealed record"));

    [Test]
    public void KeepsTheFingerprintInABlockNamespace() =>
        AssertUnchanged(Sample.Migration.Replace("ManyRoles;\n", "ManyRoles\n{\n") + "}");

    [Test]
    public void KeepsTheFingerprintInNestedNamespaces() =>
        AssertUnchanged(Sample.Migration.Replace("Accounts.M20201027_ManyRoles;\n", "Accounts { namespace M20201027_ManyRoles\n{\n") + "}}");

    [Test]
    public void KeepsTheFingerprintWithRawStringsIndentedAfresh()
    {
        var indented = Sample.Migration
            .Replace("        first\n\n          second\n        \"\"\"", "  first\n  \n    second\n  \"\"\"")
            .Replace("        first\n        second\n        \"\"\"u8", "first\nsecond\n\"\"\"u8")
            .Replace("        first { {{count + 1}}\n          second", " first { {{count + 1}}\n   second")
            .Replace("        {{count}}\n\n        \"\"\"", " {{count}}\n\n \"\"\"");

        var changed = Sample.Migration.Split('\n').Zip(indented.Split('\n')).Where(lines => lines.First != lines.Second);
        Assert.That(changed.Count(), Is.EqualTo(11), "a part of the sample was not edited");
        AssertUnchanged(indented);
    }

    [Test]
    public void KeepsTheFingerprintWithUsingsInAnotherOrderOrRepeated() =>
        AssertUnchanged(Sample.Migration
            .Replace("using System;\nusing TypedMigrations;", "using TypedMigrations;\nusing  System;")
            .Replace("ManyRoles;\n", "ManyRoles;\nusing System;\n"));

    private static void AssertUnchanged(string code)
    {
        Assert.That(code, Is.Not.EqualTo(Sample.Migration), "the sample was not edited");
        Assert.That(Module.Empty.With("Migration.cs", code).Fingerprint(), Is.EqualTo(Module.WithOneMigration.Fingerprint()));
    }
}
