using TypedMigrations.Analyzers.Rules.Repeating;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Repeating;

public sealed class CodeIsConditional
{
    private const string Migration = "namespace Accounts.M20201027_Roles;\n\npublic sealed class Roles : TypedMigrations.Migration;\n";

    [Test]
    public Task IsReportedWithTheCondition() => RuleTest<ConditionalCode>.VerifyMessage(
        "TM0406",
        "Code of migration 20201027_Roles stands under '#if DEBUG', so that builds of different configurations have different fingerprints, and one refuses the databases that the other migrated: "
        + "take the condition away",
        InClass("{|#0:#if DEBUG|}\n    private int _one;\n#endif"));

    [TestCase("{|TM0406:#if !DEBUG|}\n    private int _one = 1;\n#endif")]
    [TestCase("{|TM0406:#if DEBUG|}\n    private int _one = 1;\n#else\n    private int _one = 2;\n#endif")]
    [TestCase("{|TM0406:#if DEBUG|}\n    // none\n#elif RELEASE\n    private int _one = 2;\n#endif")]
    [TestCase("    private int Sum => 1\n{|TM0406:#if DEBUG|}\n        + 1\n#endif\n        ;")]
    public Task IsReportedInAClass(string members) => RuleTest<ConditionalCode>.Verify(InClass(members));

    [TestCase("{|TM0406:#if DEBUG|}\nusing System;\n#endif\n\n", "")]
    [TestCase("", "\n{|TM0406:#if DEBUG|}\npublic sealed record Role(string Id);\n#endif\n")]
    public Task IsReportedAroundTheClass(string before, string after) => RuleTest<ConditionalCode>.Verify(before + Migration + after);

    [Test]
    public Task IsReportedWhereTheWholeFileIsLeftOut() => RuleTest<ConditionalCode>.Verify(
        Migration, "{|TM0406:#if DEBUG|}\nnamespace Accounts.M20201028_Teams;\n\npublic sealed class Teams : TypedMigrations.Migration;\n#endif\n");

    [TestCase("#if DEBUG\n    // A comment.\n    /* Another. */\n#endif")]
    [TestCase("#if DEBUG\n#pragma warning disable CS0169\n#nullable disable\n#endif")]
    [TestCase("#if DEBUG\n    private int _one = 1;\n#else\n    private int  _one = 1; // The same.\n#endif")]
    [TestCase("#region One\n    private int _one = 1;\n#endregion\n#pragma warning disable CS0169\n#nullable disable")]
    public Task IsNotSaidOf(string members) => RuleTest<ConditionalCode>.Verify(InClass(members));

    [Test]
    public Task IsNotSaidOfLiveCode() => RuleTest<ConditionalCode>.Verify(
        Migration,
        "#if DEBUG\nusing System;\n#endif\n\nnamespace Accounts;\n\npublic sealed class Service\n{\n#if DEBUG\n    private int _one;\n#endif\n}\n",
        "namespace Accounts.M20201027_Roles\n{\n    public sealed class Role;\n}\n\nnamespace Accounts\n{\n    public sealed class Live\n    {\n#if !DEBUG\n        private int _one = 1;\n#endif\n    }\n}\n");

    private static string InClass(string members) => $"namespace Accounts.M20201027_Roles;\n\npublic sealed class Roles : TypedMigrations.Migration\n{{\n{members}\n}}\n";
}
