using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedMigrations.Freezing;

/// <summary>The frozen migrations of one namespace, as a rule a module, oldest first, as the checked-in file lists them.</summary>
/// <remarks>
/// One line a migration, so that a merge of two branches shows: its id, the hash of the migration before it, its own hash. The hash of
/// the migration before says what it was written after; two lines with one such hash are two branches.
/// </remarks>
internal sealed class Ledger
{
    /// <summary>The name of the file, which lies beside the folders of the module's migrations.</summary>
    public const string FileName = "migrations.ledger";

    /// <summary>What stands in place of a hash before the first migration.</summary>
    public const string NoParent = "-";

    private const string Head = "# Frozen migrations: id, hash of the migration before, own hash. 'dotnet build -t:FreezeMigrations' adds lines.";
    private const string NamespaceWord = "namespace ";

    private Ledger(string? @namespace, IReadOnlyList<LedgerLine> lines, IReadOnlyList<LedgerFault> faults)
    {
        Namespace = @namespace;
        Lines = lines;
        Faults = faults;
    }

    /// <summary>The namespace above those of the migrations: as a rule the module's; null where the file does not say.</summary>
    public string? Namespace { get; }

    /// <summary>The lines that could be read, in the order of the file.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<LedgerFault> Faults { get; }

    public static Ledger Parse(string text)
    {
        string? space = null;
        var lines = new List<LedgerLine>();
        var faults = new List<LedgerFault>();
        var rows = text.TrimStart('\uFEFF').Split('\n').Select(row => row.Trim()).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length == 0 || rows[i][0] == '#')
                continue;
            if (space is null && rows[i].StartsWith(NamespaceWord, StringComparison.Ordinal))
                space = rows[i].Substring(NamespaceWord.Length).Trim();
            else if (rows[i].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is { Length: 3 } parts && IsHash(parts[2]) && (parts[1] == NoParent || IsHash(parts[1])))
                lines.Add(new(parts[0], parts[1], parts[2], i));
            else
                faults.Add(new(i, IsConflict(rows[i]) ? "is the mark of a merge conflict" : "is no frozen migration: an id, the hash of the migration before, and its own hash"));
        }

        if (space is null)
            faults.Insert(0, new(0, "does not begin with 'namespace ' and the namespace above those of the migrations"));
        return new(space, lines, [.. faults, .. Chain(lines)]);
    }

    /// <summary>The file with lines added to it.</summary>
    /// <param name="text">The file as it is; empty where there is none yet.</param>
    /// <param name="above">The namespace above those of the migrations.</param>
    /// <param name="lines">The lines to add.</param>
    public static string Append(string text, string above, IEnumerable<LedgerLine> lines)
    {
        var before = text.Length == 0 ? $"{Head}\n{NamespaceWord}{above}\n" : text.EndsWith("\n", StringComparison.Ordinal) ? text : text + "\n";
        return before + string.Concat(lines.Select(line => $"{line.Id} {line.Parent} {line.Hash}\n"));
    }

    /// <summary>A line follows the one before it, unless two follow the same: those are two branches, and no fault of the file.</summary>
    private static IEnumerable<LedgerFault> Chain(List<LedgerLine> lines)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var hashes = new HashSet<string>(StringComparer.Ordinal) { NoParent };
        foreach (var line in lines)
        {
            // A squash is frozen under the id of the last migration that it replaces, once more.
            if (!ids.Add(line.Id) && (line.Parent != NoParent || hashes.Contains(line.Hash)))
                yield return new(line.Row, $"lists {line.Id} a second time");
            else if (!hashes.Contains(line.Parent))
                yield return new(line.Row, $"says that {line.Id} follows {line.Parent}, which is the hash of no line above");
            hashes.Add(line.Hash);
        }
    }

    private static bool IsHash(string text) => text.StartsWith("v1:", StringComparison.Ordinal) && text.Length == 3 + 64;

    private static bool IsConflict(string row) => row.StartsWith("<<<<<<<", StringComparison.Ordinal) || row.StartsWith("=======", StringComparison.Ordinal) || row.StartsWith(">>>>>>>", StringComparison.Ordinal);
}
