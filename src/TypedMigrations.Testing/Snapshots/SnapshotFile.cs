using System.Text;

namespace TypedMigrations.Testing.Snapshots;

/// <summary>The files of one snapshot, with the conventions of Verify: UTF-8 with a byte order mark, LF, no newline at the end.</summary>
/// <param name="folder">The folder that has them.</param>
/// <param name="name">What is kept: <c>Schema</c> or <c>Plan</c>.</param>
internal sealed class SnapshotFile(string folder, string name = "Schema")
{
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public string Folder => folder;

    public string Verified { get; } = Path.Combine(folder, $"{name}.verified.txt");

    public string Received { get; } = Path.Combine(folder, $"{name}.received.txt");

    /// <summary>The verified text, or null. A checkout that changed the line endings or an editor that took the mark makes no difference.</summary>
    public string? TryReadVerified() => File.Exists(Verified) ? File.ReadAllText(Verified, Encoding.UTF8).ReplaceLineEndings("\n") : null;

    public void WriteVerified(string text) => Write(Verified, text);

    public void WriteReceived(string text) => Write(Received, text);

    public void DeleteReceived()
    {
        if (File.Exists(Received))
            File.Delete(Received);
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(path, text, Utf8WithMark);
    }
}
