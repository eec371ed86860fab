using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Rules.Accounting;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Accounting;

/// <summary>A line of a real module is taken out: the build says which, before any test runs.</summary>
public sealed class AccountsModuleIsEdited
{
    [TestCase("M20201027_ManyRoles/Migration.cs", "        up.Drop(Old.AccountTable.RoleId);\n", "TM0302 accounts.role_id")]
    [TestCase("M20201026_VerifiedAccounts/Migration.cs", "up.Fill(AccountTable.Verified, false)", "TM0303 accounts.verified")]
    [TestCase("M20201027_ManyRoles/Constants.cs", "    public static readonly Field<Account, string?> Password = Table.Optional(\"password\", a => a.Password);\n", "TM0302 accounts.password")]
    [TestCase("M20201022_PermissionsBecomeRoles/Migration.cs", "up.Rename(Old.PermissionTable.Table, RoleTable.Table)", "TM0301 permissions")]
    public async Task ReportsWhatIsMissing(string file, string line, string expected) => Assert.That(await Reported(file, line), Does.Contain(expected));

    [Test]
    public async Task ReportsNothingAsItIs() => Assert.That(await Reported("", "\0"), Is.Empty);

    private static async Task<string[]> Reported(string file, string line)
    {
        var isFound = line == "\0";
        var compilation = ModuleSources.Compile("Accounts", (path, text) =>
        {
            if (!path.Replace('\\', '/').EndsWith(file, StringComparison.Ordinal))
                return text;
            isFound |= text.Contains(line, StringComparison.Ordinal);
            return text.Replace(line, "");
        });
        Assert.That(isFound, "the module no longer has this line");

        var diagnostics = await compilation.WithAnalyzers([new TableVanishes(), new FieldVanishes(), new RequiredFieldUnfilled(), new TypeChanges()]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage().Split(' ')[1]}")];
    }
}
