using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TypedMigrations.Freezing;

namespace TypedMigrations.Build;

/// <summary>Adds the migrations of a built assembly to the ledgers of its project.</summary>
/// <remarks>It only adds. What speaks against it (a changed frozen migration, two branches) is an error of the build that comes before it.</remarks>
internal static class Freezer
{
    /// <summary>Freezes what is not frozen yet.</summary>
    /// <param name="migrations">The migrations of the assembly.</param>
    /// <param name="projectFolder">Where to look for the migrations' folders, beside which the ledgers lie.</param>
    /// <returns>What was frozen, by the path of its ledger.</returns>
    public static IReadOnlyList<(string Ledger, string Id)> Freeze(IReadOnlyList<BuiltMigration> migrations, string projectFolder)
    {
        var frozen = new List<(string, string)>();
        foreach (var module in migrations.GroupBy(migration => migration.Above))
        {
            var all = module.OrderBy(migration => migration.Order, StringComparer.Ordinal).ThenBy(migration => migration.Id, StringComparer.Ordinal).ToList();
            var path = Path.Combine(Beside(all, projectFolder), Ledger.FileName);
            frozen.AddRange(Freeze(all, path).Select(id => (path, id)));
        }

        return frozen;
    }

    private static List<string> Freeze(List<BuiltMigration> module, string path)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var ledger = Ledger.Parse(text);
        var added = new List<LedgerLine>();
        for (var i = 0; i < module.Count; i++)
        {
            if (!ledger.Lines.Any(line => line.Freezes(module[i].Id, module[i].Replaces)))
                added.Add(new(module[i].Id, i == 0 ? Ledger.NoParent : module[i - 1].Fingerprint, module[i].Fingerprint, Row: 0));
        }

        if (added.Count > 0)
            File.WriteAllText(path, Ledger.Append(text, module[0].Above, added));
        return [.. added.Select(line => line.Id)];
    }

    /// <summary>The folder that holds the folder of the module's newest migration.</summary>
    private static string Beside(List<BuiltMigration> module, string projectFolder)
    {
        var newest = module[module.Count - 1];
        var segments = newest.Above.Split('.');
        var found = Folders(projectFolder).Where(folder => Path.GetFileName(folder) == newest.Segment).Select(folder => Path.GetDirectoryName(folder)!).ToList();

        // Two modules of one project may have migrations of one name: the folder that is called like the module decides.
        return found.Count == 1 ? found[0]
            : found.FirstOrDefault(folder => Path.GetFileName(folder) == segments[segments.Length - 1])
            ?? throw new DirectoryNotFoundException(found.Count == 0
                ? $"There is no folder {newest.Segment} below {projectFolder}. Keep each migration in a folder that is named like its namespace: the ledger lies beside it."
                : $"Migration {newest.Id} may have its folder in {string.Join(" or ", found)}. Name the folder above it {segments[segments.Length - 1]}.");
    }

    private static IEnumerable<string> Folders(string folder) => Directory.EnumerateDirectories(folder)
        .Where(child => Path.GetFileName(child) is var name && name is not ("bin" or "obj") && !name.StartsWith(".", StringComparison.Ordinal))
        .SelectMany(child => Folders(child).Prepend(child));
}
