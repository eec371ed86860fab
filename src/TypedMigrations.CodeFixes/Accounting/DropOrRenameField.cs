using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedMigrations.CodeFixes.Accounting;

/// <summary>Repairs TM0302: says where the field goes: to the one new field of its type, or it is dropped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DropOrRenameField() : AddStep("TM0302");
