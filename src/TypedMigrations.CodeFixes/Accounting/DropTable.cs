using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedMigrations.CodeFixes.Accounting;

/// <summary>Repairs TM0301: says where the table goes: it is dropped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DropTable() : AddStep("TM0301");
