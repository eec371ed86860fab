using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TypedMigrations.Torture.Rows.Power;

/// <summary>Reads what strace wrote down, as far as it happened below one folder.</summary>
internal sealed partial class Trace
{
    private readonly string _folder;
    private readonly HashSet<string> _files;
    private readonly Dictionary<string, (string Text, int Begun)> _unfinished = new(StringComparer.Ordinal);
    private readonly List<DiskChange> _changes = [];
    private int _line;

    private Trace(string folder, IEnumerable<string> files) => (_folder, _files) = (folder, [.. files]);

    /// <param name="path">What strace wrote.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="files">The files that were there when it began.</param>
    public static IReadOnlyList<DiskChange> Read(string path, string folder, IEnumerable<string> files)
    {
        var trace = new Trace(folder, files);
        foreach (var line in File.ReadLines(path, Encoding.Latin1))
            trace.Add(line);
        return trace._changes;
    }

    [GeneratedRegex(@"^(\d+) +<\.\.\. \w+ resumed>", RegexOptions.CultureInvariant)]
    private static partial Regex Resumed();

    private void Add(string line)
    {
        _line++;
        var process = line[..line.IndexOf(' ', StringComparison.Ordinal)];
        var begun = _line;
        if (line.EndsWith("<unfinished ...>", StringComparison.Ordinal))
        {
            _unfinished[process] = (line[..^"<unfinished ...>".Length], _line);
            return;
        }

        if (Resumed().Match(line) is { Success: true } match && _unfinished.Remove(process, out var start))
            (line, begun) = (start.Text + line[match.Length..], start.Begun);
        AddWhole(line[process.Length..].TrimStart(), begun);
    }

    private void AddWhole(string text, int begun)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(") = ", StringComparison.Ordinal);
        // Killed before it ended, or failed: nothing happened, as far as anybody knows.
        if (open < 0 || close < 0 || text.AsSpan(close + 4).StartsWith("-1") || text.AsSpan(close + 4).StartsWith("?"))
            return;

        foreach (var change in Changes(text[..open], text[(open + 1)..close].Split(", "), begun))
            _changes.Add(change);
    }

    private IEnumerable<DiskChange> Changes(string call, string[] words, int begun)
    {
        DiskChange Make(DiskCall kind, string path, string to = "", long offset = 0, byte[]? data = null) => new(kind, path, begun, _line) { To = to, Offset = offset, Data = data ?? [] };
        switch (call)
        {
            case "openat" when Quoted(words[1]) is { } path && IsMine(path):
                if (words[2].Contains("O_CREAT", StringComparison.Ordinal) && _files.Add(path))
                    yield return Make(DiskCall.Create, path);
                if (words[2].Contains("O_TRUNC", StringComparison.Ordinal))
                    yield return Make(DiskCall.Truncate, path);
                break;
            case "pwrite64" when Opened(words[0]) is { } path && IsMine(path):
                yield return Make(DiskCall.Write, path, offset: Number(words[^1]), data: Bytes(words[1]));
                break;
            case "write" or "pwritev" or "copy_file_range" or "sendfile" or "fallocate" when Opened(words[call == "copy_file_range" ? 2 : 0]) is { } path && IsMine(path) && !IsPassing(path):
                throw new NotSupportedException($"{call} of {path} is not understood.");
            case "ftruncate" when Opened(words[0]) is { } path && IsMine(path):
                yield return Make(DiskCall.Truncate, path, offset: Number(words[1]));
                break;
            case "fsync" or "fdatasync" when Opened(words[0]) is { } path && IsMine(path):
                yield return Make(DiskCall.Sync, path);
                break;
            case "rename" or "link" when Quoted(words[0]) is { } from && IsMine(from):
                var to = Quoted(words[1])!;
                _files.Add(to);
                if (call == "rename")
                    _files.Remove(from);
                yield return Make(call == "rename" ? DiskCall.Rename : DiskCall.Link, from, to);
                break;
            case "unlink" when Quoted(words[0]) is { } path && IsMine(path):
                _files.Remove(path);
                yield return Make(DiskCall.Unlink, path);
                break;
            case "mkdir" or "rmdir" when Quoted(words[0]) is { } path && IsMine(path):
                yield return Make(call == "mkdir" ? DiskCall.MakeFolder : DiskCall.RemoveFolder, path);
                break;
        }
    }

    private bool IsMine(string path) => path == _folder || path.StartsWith(_folder + "/", StringComparison.Ordinal);

    /// <summary>A file that one migration needs and that never gets the name of the database.</summary>
    private static bool IsPassing(string path) => path.EndsWith(".before", StringComparison.Ordinal) || path.EndsWith(".beside", StringComparison.Ordinal);

    private static long Number(string word) => long.Parse(word, CultureInfo.InvariantCulture);

    private static string? Quoted(string word) => word.StartsWith('"') ? Encoding.UTF8.GetString(Bytes(word)) : null;

    /// <summary>The path of a descriptor: <c>7&lt;…&gt;</c>.</summary>
    private static string? Opened(string word) => word.IndexOf('<', StringComparison.Ordinal) is > 0 and var start ? Encoding.UTF8.GetString(Hex(word.AsSpan(start + 1, word.LastIndexOf('>') - start - 1))) : null;

    private static byte[] Bytes(string word) => Hex(word.AsSpan(1, word.LastIndexOf('"') - 1));

    /// <summary>Each byte is four characters: \x2f.</summary>
    private static byte[] Hex(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length / 4];
        for (var index = 0; index < bytes.Length; index++)
            bytes[index] = byte.Parse(text.Slice((index * 4) + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return bytes;
    }
}
