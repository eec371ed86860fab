using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedMigrations.CodeFixes.Accounting;

/// <summary>Repairs TM0304: converts the field by a function that throws until it is written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ConvertField() : AddStep("TM0304");
