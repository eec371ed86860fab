using System.Text.Json;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Journaling;

/// <summary>Keeps what happened in failed runs in a file beside the database, until a run that succeeds takes it into the audit trail.</summary>
/// <remarks>A failed run must leave the database as it was, so that it cannot write there.</remarks>
internal sealed class KeptAudit(string path)
{
    private const long LargestFile = 1024 * 1024;

    public void Add(AuditKind kind, string subject, string detail, DateTimeOffset at)
    {
        try
        {
            var file = new FileInfo(path);
            // A program that fails at every restart must not fill the disk: the first failures are enough.
            // And one that was killed while it wrote left half a line, which must not take this one along.
            if (!file.Exists || file.Length < LargestFile)
                FileLimit.Tell(() => File.AppendAllText(path, "\n" + JsonSerializer.Serialize(new Kept(kind, subject, detail, at))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that is being kept reaches the user anyway, and must not be replaced by this one.
        }
    }

    /// <summary>Continues a trail with what was kept.</summary>
    public void AddTo(AuditTrail trail)
    {
        if (!File.Exists(path))
            return;

        foreach (var line in File.ReadLines(path))
        {
            if (TryParse(line) is { } kept)
                trail.Add(kept.Kind, kept.Subject, kept.Detail, kept.At);
        }
    }

    /// <summary>Forgets what was kept, once the audit trail has it.</summary>
    /// <returns>Why it could not, in words, or null.</returns>
    public string? Clear()
    {
        try
        {
            File.Delete(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{path} is still there, so that the audit trail will tell what is in it twice. Remove it. {exception.Message}";
        }
    }

    private static Kept? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Kept>(line) is { Subject: not null, Detail: not null } kept && Enum.IsDefined(kept.Kind) ? kept : null;
        }
        catch (JsonException)
        {
            // A process that was killed while it wrote leaves half a line. What somebody else wrote there says nothing either.
            return null;
        }
    }

    private sealed record Kept(AuditKind Kind, string Subject, string Detail, DateTimeOffset At);
}
