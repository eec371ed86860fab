using System;
using System.Linq;

namespace TypedMigrations;

/// <summary>The text of a lambda that names one property, such as <c>account => account.Email</c>: as the compiler gives it to the library, and as the analyzers see it.</summary>
internal static class PropertyLambda
{
    private const string Arrow = "=>";

    private static readonly char[] Before = [' ', '\t', '\r', '\n', '(', '@'];
    private static readonly char[] Behind = [' ', '\t', '\r', '\n', ')', '!'];

    /// <summary>The name of the property; null where the text has another form.</summary>
    public static string? NameIn(string lambda)
    {
        var arrow = lambda.IndexOf(Arrow, StringComparison.Ordinal);
        var dot = arrow < 0 ? -1 : lambda.IndexOf('.', arrow);
        if (dot < 0)
            return null;

        var body = arrow + Arrow.Length;
        return Bare(lambda.Substring(body, dot - body)) == VariableOf(lambda.Substring(0, arrow)) ? Bare(lambda.Substring(dot + 1)) : null;
    }

    /// <summary>The last word of <c>account</c>, <c>(account)</c>, <c>static account</c> or <c>(Account account)</c>.</summary>
    private static string VariableOf(string parameter) => Bare(Bare(parameter).Split(Before).Last());

    /// <summary>What is named by <c>Email</c>, <c>(Email)</c>, <c>Email!</c> or <c>@class</c>.</summary>
    private static string Bare(string text) => text.TrimStart(Before).TrimEnd(Behind);
}
