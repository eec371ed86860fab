using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedMigrations.CodeFixes.Reaching;

/// <summary>Repairs TM0113 where a using directive names the older migration: it names the migration before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NameTheMigrationBefore() : RetargetUsing("TM0113");
