namespace TypedMigrations.Analyzers.Tests;

/// <summary>The migration that most tests edit, with something of everything that a token can be.</summary>
internal static class Sample
{
    public const string Namespace = "Accounts.M20201027_ManyRoles";

    public const string Migration = """"
        using System;
        using TypedMigrations;

        namespace Accounts.M20201027_ManyRoles;

        [Obsolete("attributes count")]
        public sealed class ManyRoles : Migration
        {
            public const string Verbatim = @"first
        second";

            public const string Raw = """
                first

                  second
                """;

            public static ReadOnlySpan<byte> Bytes => """
                first
                second
                """u8;

            public static string Interpolated(int count) => $$"""
                first { {{count + 1}}
                  second {{count:0}}
                {{count}}

                """;

            public static string Folded(int count) => $@"first {count}
                second";

            public static Type List => typeof(System.Collections.Generic.Dictionary<,>);

            public static bool IsGuest(int role) => role is 7 or 'g';

            public sealed record Role(string Id, string Name);
        }
        """";
}
