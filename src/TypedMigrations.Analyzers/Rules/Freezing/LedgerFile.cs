using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedMigrations.Analyzers.Semantics;
using TypedMigrations.Freezing;

namespace TypedMigrations.Analyzers.Rules.Freezing;

/// <summary>A ledger among the files that the compiler was given.</summary>
internal sealed record LedgerFile(string Path, SourceText Text, Ledger Ledger)
{
    private static readonly ConditionalWeakTable<SourceText, Ledger> Known = new();

    public static LedgerFile? TryRead(AdditionalText file, CancellationToken cancellation) =>
        System.IO.Path.GetFileName(file.Path) == Ledger.FileName && file.GetText(cancellation) is { } text ? new(file.Path, text, Known.GetValue(text, read => Ledger.Parse(read.ToString()))) : null;

    /// <summary>Where a row of the file is.</summary>
    public Location LocationOf(int row)
    {
        var span = Text.Lines[row].Span;
        return Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>The migrations of the code that belong into this ledger, oldest first.</summary>
    public IReadOnlyList<MigrationInCode> MigrationsOf(MigrationsInCode migrations) =>
        [.. migrations.All.Where(migration => migration.Space?.Above == Ledger.Namespace && migration.At is not null).OrderBy(migration => migration.At)];

    /// <summary>The migration of the code that a line freezes; null where there is none, or where a squash of the same id has taken its place.</summary>
    public MigrationInCode? MigrationOf(LedgerLine line, MigrationsInCode migrations) =>
        Ledger.Namespace is { } above && migrations.TryFind(above.Length == 0 ? $"M{line.Id}" : $"{above}.M{line.Id}") is { } migration && line.Freezes(line.Id, migration.Replaces) ? migration : null;

    /// <summary>Whether a line freezes a migration that a squash replaces.</summary>
    public bool IsReplaced(LedgerLine line, MigrationsInCode migrations) =>
        MigrationOf(line, migrations) is null && MigrationsOf(migrations).Any(migration => migration.Replaces.Contains(line.Id));
}
