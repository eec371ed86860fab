using TypedMigrations.Analyzers.Rules;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Repeating;

/// <summary>What the tests of the rules on repeatable runs share.</summary>
internal static class RunsDiffer
{
    /// <summary>The members in a migration, where marks are checked; in live code, where marks are taken away: nothing is reported there.</summary>
    public static async Task Verify<TRule>(string members)
        where TRule : MigrationRule, new()
    {
        await RuleTest<TRule>.Verify(Migration(members));
        await RuleTest<TRule>.Verify(Migration(""), Migration(Unmarked(members)).Replace(".M20201027_Roles", ".Live").Replace(" : Migration", ""));
    }

    public static string Migration(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using TypedMigrations;

        namespace Accounts.M20201027_Roles;

        public sealed class Roles : Migration
        {
            {{members}}
        }
        """;

    private static string Unmarked(string members) => System.Text.RegularExpressions.Regex.Replace(members, @"\{\|TM\d+:(.*?)\|\}", "$1", System.Text.RegularExpressions.RegexOptions.Singleline);
}
