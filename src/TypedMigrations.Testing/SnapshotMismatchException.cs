using System.Text;
using TypedMigrations.Testing.Snapshots;

namespace TypedMigrations.Testing;

/// <summary>The schema or the plan of at least one migration is not as it was verified. The message shows each difference and how to accept it.</summary>
public sealed class SnapshotMismatchException : Exception
{
    internal SnapshotMismatchException(string module, IReadOnlyList<Mismatch> mismatches, string what = "schema") : base(MessageOf(module, mismatches, what)) =>
        VerifiedFiles = [.. mismatches.Select(mismatch => mismatch.File.Verified)];

    /// <summary>The full paths of the verified files that do not match or do not exist; never empty.</summary>
    public IReadOnlyList<string> VerifiedFiles { get; }

    private static string MessageOf(string module, IReadOnlyList<Mismatch> mismatches, string what)
    {
        var text = new StringBuilder($"{mismatches.Count} {what} {(mismatches.Count == 1 ? "snapshot" : "snapshots")} of module {module} did not match.\n");
        foreach (var mismatch in mismatches)
            text.Append('\n').Append(mismatch.File.Verified).Append(mismatch.Verified is null ? " (there is none yet)" : "").Append('\n').Append(SnapshotDiff.Of(mismatch));

        text.Append(
            $"""

            Is the change meant? Accept what was received, and review it like code:
                dotnet test -e {SchemaSnapshots.AcceptVariable}=true
            Was the migration applied anywhere? Then restore {(what == "schema" ? "its constants" : "it")}, and put the change into a new migration.
            """.ReplaceLineEndings("\n"));
        return text.ToString();
    }
}
