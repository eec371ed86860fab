namespace TypedMigrations.Analyzers.Tests;

public sealed class SourceWasEdited
{
    [TestCase("or 'g'", "or 'h'", TestName = "ChangesTheFingerprintWithACharacter")]
    [TestCase("is 7", "is 8", TestName = "ChangesTheFingerprintWithANumber")]
    [TestCase("is 7", "is 0x7", TestName = "ChangesTheFingerprintWithTheSpellingOfANumber")]
    [TestCase("attributes count", "attributes  count", TestName = "ChangesTheFingerprintWithASpaceInAnAttributesString")]
    [TestCase("[Obsolete(\"attributes count\")]", "", TestName = "ChangesTheFingerprintWithoutAnAttribute")]
    [TestCase("public sealed class", "internal sealed class", TestName = "ChangesTheFingerprintWithAModifier")]
    [TestCase("string Name", "string[] Name", TestName = "ChangesTheFingerprintWithBrackets")]
    [TestCase("record Role(string Id, string Name)", "record Role(string Name, string Id)", TestName = "ChangesTheFingerprintWithTheOrderOfParameters")]
    [TestCase("record Role", "record @Role", TestName = "ChangesTheFingerprintWithAnEscapedName")]
    [TestCase("\nsecond\"", "\n second\"", TestName = "ChangesTheFingerprintWithASpaceInAVerbatimString")]
    [TestCase("\n          second\n", "\n           second\n", TestName = "ChangesTheFingerprintWithASpaceInARawString")]
    [TestCase("second\n        \"\"\"u8", "second\n\n        \"\"\"u8", TestName = "ChangesTheFingerprintWithALineInAUtf8String")]
    [TestCase("second {{count:0", "second  {{count:0", TestName = "ChangesTheFingerprintWithASpaceInAnInterpolatedString")]
    [TestCase("{{count:0", "{{count:1", TestName = "ChangesTheFingerprintWithTheFormatOfAHole")]
    [TestCase("{{count}}\n\n", "{{count}}\n", TestName = "ChangesTheFingerprintWithoutABlankLineOfARawString")]
    [TestCase("count}\n        second", "count}\n         second", TestName = "ChangesTheFingerprintWithASpaceInAFoldedString")]
    [TestCase("Dictionary<,>", "List<>", TestName = "ChangesTheFingerprintWithAnOpenType")]
    [TestCase("using System;", "using System;\nusing System.Linq;", TestName = "ChangesTheFingerprintWithAUsing")]
    [TestCase("ManyRoles;\n", "ManyRoles;\nusing Text = System.String;\n", TestName = "ChangesTheFingerprintWithAUsingInTheNamespace")]
    [TestCase("using System;", "global using System;", TestName = "ChangesTheFingerprintWithAGlobalUsingOfItsFile")]
    public void ChangesTheFingerprint(string before, string after) => AssertChanged(Sample.Migration, Replace(before, after));

    [Test]
    public void ChangesTheFingerprintWhereTwoTokensBecomeOne() =>
        AssertChanged(
            "class First : TypedMigrations.Migration { const int a = 1; public int N(int ab) => ab- -a; }",
            "class First : TypedMigrations.Migration { const int a = 1; public int N(int ab) => ab--; int b => a; }",
            "class First : TypedMigrations.Migration { const int a = 1; public int N(int ab) => - -ab; }",
            "class First : TypedMigrations.Migration { const int a = 1; public int N(int ab) => --ab; }");

    [Test]
    public void ChangesTheFingerprintWhereAStringHoldsWhatLooksLikeTwo() =>
        AssertChanged(
            "[System.Obsolete(\"a\" + \"b\")] class First : TypedMigrations.Migration;",
            "[System.Obsolete(\"a\\\" + \\\"b\")] class First : TypedMigrations.Migration;");

    [Test]
    public void ChangesTheFingerprintWithARawStringOnOneLine() =>
        AssertChanged(
            "class First : TypedMigrations.Migration { string s = $\"\"\"a\"\"\"; }",
            "class First : TypedMigrations.Migration { string s = $\"\"\"\n    a\n    \"\"\"; }");

    [TestCase("internal enum Kind { Guest }")]
    [TestCase("internal delegate void Kind<T>();")]
    [TestCase("internal record struct Kind;")]
    [TestCase("internal interface Kind;")]
    public void ChangesTheFingerprintWithAFurtherTypeOfTheNamespace(string declaration) =>
        AssertOther(Module.WithOneMigration.With("Kind.cs", $"namespace {Sample.Namespace}; {declaration}"));

    [Test]
    public void ChangesTheFingerprintWithATypeOfANamespaceBelow() =>
        AssertOther(Module.WithOneMigration.With("Role.cs", $"namespace {Sample.Namespace}.Models.Old; class Role;"));

    [Test]
    public void ChangesTheFingerprintWhereATypeMovesToANamespaceBelow()
    {
        var above = Module.WithOneMigration.With("Role.cs", $"namespace {Sample.Namespace}; class Role;");
        var below = Module.WithOneMigration.With("Role.cs", $"namespace {Sample.Namespace}.Models; class Role;");

        Assert.That(below.Fingerprint(), Is.Not.EqualTo(above.Fingerprint()));
    }

    [Test]
    public void ChangesTheFingerprintWithTheUsingsOfAnotherOfItsFiles()
    {
        var role = $"namespace {Sample.Namespace}; class Role;";
        var without = Module.WithOneMigration.With("Role.cs", role);
        var with = Module.WithOneMigration.With("Role.cs", "using Text = System.String;" + role);

        Assert.That(with.Fingerprint(), Is.Not.EqualTo(without.Fingerprint()));
    }

    [Test]
    public void ChangesTheFingerprintWithAnExternAlias()
    {
        var module = Module.Empty with { References = Module.Empty.References.Add(Library.Compile("Old").WithAliases(["Old"])) };

        Assert.That(
            module.With("Migration.cs", "extern alias Old;\n" + Sample.Migration).Fingerprint(),
            Is.Not.EqualTo(module.With("Migration.cs", Sample.Migration).Fingerprint()));
    }

    [Test]
    public void ChangesTheFingerprintInAnEscapedNamespace() =>
        AssertChanged(
            "namespace Accounts.@namespace; class First : TypedMigrations.Migration { const int Edition = 1; }",
            "namespace Accounts.@namespace; class First : TypedMigrations.Migration { const int Edition = 2; }");

    private static string Replace(string before, string after)
    {
        var edited = Sample.Migration.Replace(before, after);
        Assert.That(edited, Is.Not.EqualTo(Sample.Migration), "the sample was not edited");

        return edited;
    }

    private static void AssertChanged(params string[] versions) =>
        Assert.That(versions.Select(code => Module.Empty.With("Migration.cs", code).Fingerprint()), Is.Unique);

    private static void AssertOther(Module module) =>
        Assert.That(module.Fingerprint(), Is.Not.EqualTo(Module.WithOneMigration.Fingerprint()));
}
