using System.Text.Json;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Writes and reads the intent of a swap so that a cut leaves it whole or absent.</summary>
internal static class SwapIntentFile
{
    private const long LargestFile = 64 * 1024;

    /// <summary>Writes the intent. Afterwards the disk has it.</summary>
    public static void Write(DatabaseFile file, SwapIntent intent)
    {
        var half = HalfWritten(file);
        FileLimit.Tell(() => File.WriteAllBytes(half, JsonOf(intent)));
        FileSync.Flush(half);
        File.Move(half, file.IntentPath, overwrite: true);
        FolderSync.Flush(file.Folder);
    }

    /// <summary>Removes the intent, and what is left of one that was cut.</summary>
    public static void Remove(DatabaseFile file)
    {
        File.Delete(HalfWritten(file));
        File.Delete(file.IntentPath);
        FolderSync.Flush(file.Folder);
    }

    /// <summary>Removes what is left of an intent that was cut while it was written: nothing had been moved yet.</summary>
    public static void RemoveHalfWritten(DatabaseFile file)
    {
        if (File.Exists(HalfWritten(file)))
            File.Delete(HalfWritten(file));
    }

    /// <summary>The intent, or null where its file says nothing sensible, or names a file that no swap of this database would move.</summary>
    public static SwapIntent? TryRead(DatabaseFile file)
    {
        if (new FileInfo(file.IntentPath).Length > LargestFile)
            return null;

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file.IntentPath), FilesJson.Default.SwapIntent) is { } read && IsOf(file, read) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whoever can write the note, but not the files that it names, must not have them moved: not by <c>../</c>, not by a full path, not by a link.</summary>
    private static bool IsOf(DatabaseFile file, SwapIntent intent) =>
        IsRight(file, intent.Copy, file.WorkFolder) && (intent.Backup is null || IsRight(file, intent.Backup, file.BackupFolder));

    private static bool IsRight(DatabaseFile file, string relative, string folder)
    {
        var name = Path.GetFileName(relative);
        var path = Path.Combine(folder, name);
        // .NET takes . and .. out of a path before it compares, but not on Windows out of one that begins with \\?\.
        return name is not ("." or "..") && !name.Contains('\0', StringComparison.Ordinal)
            && relative == Path.GetRelativePath(file.Folder, path) && new FileInfo(path).LinkTarget is null;
    }

    private static byte[] JsonOf(SwapIntent intent)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString(nameof(intent.Copy), intent.Copy);
            json.WriteString(nameof(intent.Backup), intent.Backup);
            json.WriteString(nameof(intent.At), intent.At);
            json.WriteEndObject();
        }

        return text.ToArray();
    }

    private static string HalfWritten(DatabaseFile file) => file.IntentPath + ".tmp";
}
