using System.Text.Json;

namespace TypedMigrations.Dumping;

/// <summary>Checks the first and the last line of a dump.</summary>
internal static class DumpCheck
{
    /// <exception cref="MigrationException">TM3403: it is no dump, or one of another version or store.</exception>
    public static DumpHeader ReadHeader(DumpLines lines, string store)
    {
        var line = ReadFirst(lines);
        var version = lines.Parse(line, DumpHeader.VersionOf) ?? throw NotADump(cause: null);
        if (version != DumpHeader.Version)
        {
            throw new MigrationException(new Problem(ErrorCode.NotADump, $"The dump is of version {version}, and this library reads version {DumpHeader.Version}.",
                version > DumpHeader.Version ? "Update the TypedMigrations packages, or dump again with these." : "Dump again with these packages."));
        }

        var header = lines.Parse(line, DumpHeader.Parse);
        return header.Store == store ? header : throw new MigrationException(new Problem(
            ErrorCode.NotADump, $"The dump is one of {header.Store}, and the database is one of {store}.", "Load it into a database of the same kind."));
    }

    /// <exception cref="MigrationException">TM3404: something was changed or is missing.</exception>
    public static void CheckClosing(DumpLines lines, JsonElement line, int tables, long documents)
    {
        var closing = lines.Parse(line, ClosingLine.Parse);
        if (closing.Tables != tables || closing.Documents != documents)
            throw lines.Broken($"it counts {closing.Tables:N0} tables and {closing.Documents:N0} documents, but {tables:N0} and {documents:N0} came before");
        if (closing.Hash is { } hash && hash != lines.HashBefore)
            throw lines.Broken("its sha256 is not that of the lines before: something in them was changed. If that was you, take the sha256 out of this line");

        while (lines.Read())
        {
            if (lines.Current.Trim(" \t"u8).Length > 0)
                throw lines.Broken("nothing may follow the closing line");
        }
    }

    private static JsonElement ReadFirst(DumpLines lines)
    {
        try
        {
            return lines.ReadObject();
        }
        catch (MigrationException exception) when (exception.Code == ErrorCode.DumpBroken)
        {
            throw NotADump(exception);
        }
    }

    private static MigrationException NotADump(Exception? cause) => new(new Problem(
        ErrorCode.NotADump, "The text is no dump of this library: its first line does not say so.", "Give what DumpAsync wrote, from its beginning."), cause);
}
