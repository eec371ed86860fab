using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedMigrations.CodeFixes.Naming;

/// <summary>Repairs TM0103: the using directive names the migration before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NameThePredecessor() : RetargetUsing("TM0103");
