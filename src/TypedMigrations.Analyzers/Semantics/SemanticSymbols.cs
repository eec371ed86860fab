using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>Asks the compiler about single pieces of code. Not cheap: ask only for what is nearly sure to be reported.</summary>
internal static class SemanticSymbols
{
    public static ISymbol? At(Compilation compilation, SyntaxNode node) => compilation.GetSemanticModel(node.SyntaxTree).GetSymbolInfo(node).Symbol;
}
