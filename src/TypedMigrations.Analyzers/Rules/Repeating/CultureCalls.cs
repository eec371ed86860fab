using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMigrations.Analyzers.Rules.Repeating;

/// <summary>Calls that follow the culture of the process where they are given none. Only the sure ones: whole numbers look the same nearly everywhere.</summary>
internal static class CultureCalls
{
    private const string Invariant = "CultureInfo.InvariantCulture";

    private static readonly string[] Formatted =
        ["System.Double", "System.Single", "System.Decimal", "System.Half", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly"];

    public static readonly string[] Entries =
    [
        .. Formatted.SelectMany(type => new[] { $"{type}.Parse", $"{type}.TryParse", $"{type}.ToString" }),
        "System.Convert.ToDouble", "System.Convert.ToSingle", "System.Convert.ToDecimal", "System.Convert.ToDateTime",
        "System.String.ToUpper", "System.String.ToLower", "System.String.Compare", "System.String.CompareTo",
        "System.String.StartsWith", "System.String.EndsWith", "System.String.IndexOf", "System.String.LastIndexOf",
    ];

    /// <summary>What to write instead of a call; null where it follows no culture.</summary>
    public static Instead? Judge(IMethodSymbol method, Use use)
    {
        if (method.Parameters.Any(parameter => parameter.Type.Name is "IFormatProvider" or "CultureInfo" or "StringComparison"))
            return null;

        var takesText = method.Parameters.Length > 0 && method.Parameters[0].Type.SpecialType == SpecialType.System_String;
        return method.Name switch
        {
            "ToUpper" or "ToLower" => new($"'{method.Name}Invariant()'", method.Name + "Invariant", null),
            "Compare" or "CompareTo" => takesText ? new("'string.CompareOrdinal(…)'", null, null) : null,
            "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" => takesText ? Passing("StringComparison.Ordinal") : null,
            "ToString" => FollowsCulture(method.ContainingType, FormatOf(use)) ? Passing(Invariant) : null,
            _ => takesText ? Passing(Invariant) : null,
        };
    }

    /// <summary>Whether the text of a value depends on the culture.</summary>
    public static bool FollowsCulture(ITypeSymbol? type, string? format)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type?.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true } || !Formatted.Contains("System." + type.Name))
            return false;

        var isNumber = type.Name is "Double" or "Single" or "Decimal" or "Half";
        return isNumber || format is not ("O" or "o" or "R" or "r" or "s" or "u");
    }

    private static Instead Passing(string argument) => new($"'{argument}' as an argument", null, argument);

    private static string? FormatOf(Use use) => use.Name!.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } format
        && use.Model.GetConstantValue(format, use.Cancellation) is { HasValue: true, Value: string text } ? text : null;
}

/// <summary>What to write instead.</summary>
/// <param name="Text">As the message says it.</param>
/// <param name="Method">The method to call, where another one does.</param>
/// <param name="Argument">The argument to pass in addition, where one does.</param>
internal sealed record Instead(string Text, string? Method, string? Argument);
