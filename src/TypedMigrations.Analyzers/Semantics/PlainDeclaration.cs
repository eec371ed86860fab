using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>
/// A constant in the form that nearly all have, read from its syntax: <c>Table.Required("email", a => a.Email)</c>. To bind every constant a second
/// time would double what the compiler does with them.
/// </summary>
/// <param name="Receiver">The constant of the same class that it is declared from.</param>
/// <param name="Method">The method.</param>
/// <param name="NameExpression">The literal of its name; null for keys and references.</param>
/// <param name="Property">The property that its lambda names; null where there is none.</param>
/// <param name="Indexed">The constant that an index is on; null for others.</param>
/// <param name="IsEnumByNumber">Whether <c>EnumStorage.Number</c> is given.</param>
internal sealed record PlainDeclaration(string Receiver, string Method, LiteralExpressionSyntax? NameExpression, string? Property, string? Indexed, bool IsEnumByNumber)
{
    public string? Name => NameExpression?.Token.ValueText;

    /// <summary>Reads the syntax; null where it has another form, which has to be bound.</summary>
    public static PlainDeclaration? TryRead(ExpressionSyntax? syntax)
    {
        if (syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver, Name: IdentifierNameSyntax method } } call
            || call.ArgumentList.Arguments.Any(argument => argument.NameColon is not null))
            return null;

        var made = new PlainDeclaration(receiver.Identifier.ValueText, method.Identifier.ValueText, null, null, null, false);
        var arguments = call.ArgumentList.Arguments.Select(argument => argument.Expression).ToArray();
        return made.Method switch
        {
            "Key" when arguments.Length == 1 && PropertyOf(arguments[0]) is { } property => made with { Property = property },
            "Required" or "Optional" when arguments.Length is 2 or 3 && NameOf(arguments[0]) is { } name && PropertyOf(arguments[1]) is { } property && IsEnumStorage(arguments.ElementAtOrDefault(2)) =>
                made with { NameExpression = name, Property = property, IsEnumByNumber = arguments.Length == 3 && arguments[2].ToString() == "EnumStorage.Number" },
            "Index" or "UniqueIndex" or "UniqueIndexWherePresent" when arguments.Length == 2 && NameOf(arguments[0]) is { } name && arguments[1] is IdentifierNameSyntax field =>
                made with { NameExpression = name, Indexed = field.Identifier.ValueText },
            "References" when arguments.Length == 1 => made,
            _ => null,
        };
    }

    /// <summary>The name of a table that is made by <c>new("accounts")</c>; null where it has another form.</summary>
    public static LiteralExpressionSyntax? TryReadTable(ExpressionSyntax? syntax) =>
        syntax is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments, Initializer: null } && arguments[0].NameColon is null ? NameOf(arguments[0].Expression) : null;

    private static LiteralExpressionSyntax? NameOf(ExpressionSyntax expression) => expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null;

    private static string? PropertyOf(ExpressionSyntax expression) =>
        expression is SimpleLambdaExpressionSyntax { ExpressionBody: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } } ? PropertyLambda.NameIn(expression.ToString()) : null;

    private static bool IsEnumStorage(ExpressionSyntax? expression) => expression is null || expression.ToString() is "EnumStorage.Number" or "EnumStorage.Name";
}
