using System.Text;

namespace TypedMigrations.Cli.Scaffolding.Reading;

/// <summary>The text of a file, with what a copy of it has to keep: its byte order mark and its line endings.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Text">The text without the mark.</param>
/// <param name="HasMark">Whether it begins with a byte order mark.</param>
internal sealed record SourceText(string Path, string Text, bool HasMark)
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What ends its lines.</summary>
    public string LineEnding => Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>What a level of indentation is: a tab where its lines begin with tabs, else four spaces.</summary>
    public string Indentation => Text.Contains("\n\t", StringComparison.Ordinal) ? "\t" : "    ";

    public static SourceText Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var hasMark = bytes.AsSpan().StartsWith(WithMark.Preamble);
        return new SourceText(path, WithoutMark.GetString(hasMark ? bytes.AsSpan(3) : bytes), hasMark);
    }

    /// <summary>Writes it, with its folder where that is not there. Whoever reads at the same time sees the old file or the new one.</summary>
    public void Write()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var whole = Path + ".new";
        File.WriteAllText(whole, Text, HasMark ? WithMark : WithoutMark);
        File.Move(whole, Path, overwrite: true);
    }
}
