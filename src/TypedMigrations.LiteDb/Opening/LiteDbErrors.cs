using LiteDB;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Says in our words why LiteDB does not open or read a database.</summary>
/// <param name="displayName">The database as messages name it.</param>
/// <param name="remedy">What to do where it is damaged.</param>
/// <param name="place">Where it is; nothing for a stream.</param>
internal sealed class LiteDbErrors(string displayName, string remedy, params (string Label, string Value)[] place)
{
    // The largest document may be in a buffer of 32 MB and a text of as much.
    private const int MoreThanLiteDbTakesAtOnce = 64 * 1024 * 1024;

    public static T Translate<T>(DatabaseFile file, Func<T> open) =>
        new LiteDbErrors(file.DisplayName, "Put back a backup, or look at the file with LiteDB's own tools.", ("file", file.Path)).Translate(open);

    public T Translate<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (LiteException exception) when (exception.ErrorCode is LiteException.INVALID_PASSWORD or LiteException.NOT_ENCRYPTED)
        {
            throw new MigrationException(
                new Problem(ErrorCode.WrongPassword, exception.ErrorCode == LiteException.INVALID_PASSWORD
                        ? $"The password does not open {displayName}."
                        : $"A password was given, but {displayName} is not encrypted.",
                    "Correct the password, or leave it out where the database has none.", place),
                exception);
        }
        // A class of LiteDB's that cannot begin has seen no byte of the database: an assembly was not to be loaded, for want of a file handle or of memory.
        catch (Exception exception) when (exception is (IOException and not EndOfStreamException) or UnauthorizedAccessException or TypeInitializationException)
        {
            throw new MigrationException(
                new Problem(ErrorCode.NotWritable, $"The operating system did not let LiteDB read or write {displayName}.", "Remove the reason, then start again.",
                    [.. place, ("reason", exception.GetBaseException().Message)]),
                exception);
        }
        // Of a damaged page LiteDB throws whatever its bytes lead to: a DecoderFallbackException for a text, an ArgumentException for a length, an OutOfMemoryException for one of a gigabyte.
        catch (Exception exception) when (IsOfTheData(exception))
        {
            throw new MigrationException(
                new Problem(ErrorCode.Damaged, $"LiteDB cannot read {displayName}.", remedy, [.. place, ("reason", $"{exception.GetType().Name}: {exception.Message}")]), exception);
        }
    }

    /// <summary>Whether what LiteDB throws may come from the bytes that it reads, and not from whoever reads them.</summary>
    private static bool IsOfTheData(Exception exception) => exception is OutOfMemoryException ? HasMemory() : exception is not (MigrationException or OperationCanceledException);

    /// <summary>Whether there is more memory than LiteDB ever takes at once for a sound file: then a length asked for too much, and the process does not lack it.</summary>
    private static bool HasMemory()
    {
        try
        {
            GC.KeepAlive(GC.AllocateUninitializedArray<byte>(MoreThanLiteDbTakesAtOnce));
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false;
        }
    }
}
