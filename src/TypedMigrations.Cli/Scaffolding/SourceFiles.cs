using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding;

/// <summary>Writes sources.</summary>
internal static class SourceFiles
{
    /// <exception cref="CliException">TM6026: one cannot be written. The others may be there by then.</exception>
    public static void Write(IEnumerable<SourceText> files) => Do(() =>
    {
        foreach (var file in files)
            file.Write();
    });

    /// <summary>Does what reads or writes files, and says what stands in the way.</summary>
    /// <exception cref="CliException">TM6026</exception>
    public static void Do(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Failed(CliErrorCode.SourcesNotUsable, "The sources of the migration cannot be written.", "Make the folder writable, take away what was written already, and call again.", ("reason", exception.Message));
        }
    }
}
