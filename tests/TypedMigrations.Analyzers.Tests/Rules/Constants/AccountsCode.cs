namespace TypedMigrations.Analyzers.Tests.Rules.Constants;

/// <summary>The code of a migration whose constants or records are tried.</summary>
internal static class AccountsCode
{
    public const string Account = """

        public sealed record Account(string Id, string Email);
        """;

    /// <summary>A migration with one class of constants.</summary>
    /// <param name="constants">The members of the class.</param>
    /// <param name="more">Records, and whatever else stands in the namespace.</param>
    public static string With(string constants, string more = Account) => $$"""
        using System;
        using System.Collections.Generic;
        using TypedMigrations;

        namespace Accounts.M20201027_ManyRoles;

        public sealed class ManyRoles : Migration;

        public static class AccountTable
        {
        {{Indented(constants)}}
        }
        {{more}}

        """;

    private static string Indented(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));
}
