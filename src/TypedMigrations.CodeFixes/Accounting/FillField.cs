using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedMigrations.CodeFixes.Accounting;

/// <summary>Repairs TM0303: fills the field; a value that cannot be guessed throws until it is written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FillField() : AddStep("TM0303");
