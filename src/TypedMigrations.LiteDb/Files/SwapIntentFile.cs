using System.Text.Json;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Writes and reads the intent of a swap so that a cut leaves it whole or absent.</summary>
internal static class SwapIntentFile
{
    /// <summary>Writes the intent. Afterwards the disk has it.</summary>
    public static void Write(DatabaseFile file, SwapIntent intent)
    {
        var half = HalfWritten(file);
        File.WriteAllBytes(half, JsonSerializer.SerializeToUtf8Bytes(intent, FilesJson.Default.SwapIntent));
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

    /// <summary>The intent, or null where its file says nothing sensible.</summary>
    public static SwapIntent? TryRead(DatabaseFile file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file.IntentPath), FilesJson.Default.SwapIntent);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string HalfWritten(DatabaseFile file) => file.IntentPath + ".tmp";
}
