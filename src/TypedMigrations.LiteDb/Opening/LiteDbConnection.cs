using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>A LiteDB connection string that migrations can work with.</summary>
internal sealed class LiteDbConnection
{
    private LiteDbConnection(ConnectionString given, DatabaseFile file)
    {
        File = file;
        IsShared = given.Connection == ConnectionType.Shared;
        Template = new EngineSettings { Password = given.Password, Collation = given.Collation, InitialSize = given.InitialSize };
    }

    public DatabaseFile File { get; }

    public bool IsShared { get; }

    /// <summary>Password, collation and initial size; no file.</summary>
    public EngineSettings Template { get; }

    /// <summary>Where the database of a connection string lives.</summary>
    /// <exception cref="MigrationException">TM3010: it has no file name, or a switch that is not safe.</exception>
    public static IDatabasePlace PlaceOf(string connectionString) => PlaceOf(Read(connectionString));

    /// <summary>Where the database of a connection string lives.</summary>
    /// <exception cref="MigrationException">TM3010: it has no file name, or a switch that is not safe.</exception>
    public static IDatabasePlace PlaceOf(ConnectionString given)
    {
        var refused = Refused(given);
        if (refused.Count > 0)
            throw new MigrationException(refused);
        return IsInMemory(given)
            ? new StreamPlace(new MemoryStream(), given.Filename, new EngineSettings { Password = given.Password, Collation = given.Collation })
            : new FilePlace(new LiteDbConnection(given, FileOf(given.Filename)));
    }

    private static DatabaseFile FileOf(string name)
    {
        try
        {
            return DatabaseFile.At(name);
        }
        catch (Exception exception) when (IsOfTheSystem(exception))
        {
            throw NotLoaded(exception);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or NotSupportedException)
        {
            throw new MigrationException(Problem("names no file that there can be", "Name one in a folder, without characters that the system refuses: Filename=app.db"), exception);
        }
    }

    /// <summary>The settings for the application's own engine.</summary>
    public EngineSettings ForApplication() => new()
    {
        Filename = File.Path, Password = Template.Password, Collation = Template.Collation, InitialSize = Template.InitialSize,
    };

    /// <summary>A connection string for a copy of the database: with its password, and shared where it is.</summary>
    public string StringFor(string path) =>
        $"Filename={Quoted(path)}{(Template.Password is null ? "" : $";Password={Quoted(Template.Password)}")}{(IsShared ? ";Connection=shared" : "")}";

    /// <summary>Opens the file with the application's settings. Null where that works; else why not, for those who can only warn of it.</summary>
    /// <remarks>It is held meanwhile. LiteDB would open beside another program that comes right after the swap, and what that one wrote first would be lost.</remarks>
    public string? TryOpen()
    {
        try
        {
            return LiteDbErrors.Translate(File, () =>
            {
                using var held = HeldDatabase.TryHold(File, Template.Password) ?? throw new FileNotFoundException("There is no file.", File.Path);
                var settings = On(held);
                settings.Collation = Template.Collation;
                using var engine = new CarefulEngine(settings);
                LiteDbJournal.Read(engine);
                return (string?)null;
            });
        }
        catch (MigrationException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>The settings for an engine on streams that are held open.</summary>
    public EngineSettings On(HeldDatabase held) => new() { DataStream = new SyncedFile(held.Data), LogStream = held.Log, Password = Template.Password };

    /// <summary>The settings for an engine that reads a held database and writes nothing: LiteDB would play the log in when it closes, and mark a damaged file.</summary>
    public EngineSettings ForReading(HeldDatabase held) => new()
    {
        DataStream = new ReadOnlyView(held.Data),
        // LiteDB begins a log anew that has no whole page, or that has only the page with its salt.
        LogStream = held.Log is { } log && log.Length >= (Template.Password is null ? 1 : 2) * LiteDbPage.Size ? new ReadOnlyView(log) : new MemoryStream(),
        Password = Template.Password,
        ReadOnly = true,
    };

    /// <summary>The settings for an engine that reads a backup and writes nothing.</summary>
    public EngineSettings On(HeldBackup backup) => new() { DataStream = new ReadOnlyView(backup.Data), Password = Template.Password, ReadOnly = true };

    /// <summary>A value as LiteDB's parser reads it back: it has quotes, but no way to write every text between them.</summary>
    private static string Quoted(string value)
    {
        string[] spellings = [value, $"\"{value}\"", $"'{value}'", $"\"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\""];
        return spellings.FirstOrDefault(spelling => new ConnectionString($"Filename=x;Password={spelling};Connection=direct") is { Filename: "x", Connection: ConnectionType.Direct } read && read.Password == value)
            ?? throw new MigrationException(Problem("cannot be written for a copy", "Use a folder and a password without quotes and semicolons."));
    }

    private static ConnectionString Read(string connectionString)
    {
        try
        {
            return new ConnectionString(connectionString);
        }
        catch (Exception exception) when (IsOfTheSystem(exception))
        {
            throw NotLoaded(exception);
        }
        catch (Exception)
        {
            // Whatever LiteDB's parser throws, IndexOutOfRangeException for Filename= among it. The text may hold a password, and so may what was
            // thrown: it quotes the value that it does not understand.
            throw new MigrationException(Problem("cannot be read", "Write it as LiteDB does: Filename=app.db;Password=…"));
        }
    }

    // No file is opened here but those of assemblies, for which there may be no file handle or no memory.
    private static bool IsOfTheSystem(Exception exception) => exception is FileLoadException or FileNotFoundException or TypeInitializationException;

    private static MigrationException NotLoaded(Exception exception) => new(
        new Problem(ErrorCode.NotWritable, "The operating system did not let the program load what it takes to look for the database.", "Remove the reason, then start again.",
            ("reason", exception.GetBaseException().Message)),
        exception);

    private static List<Problem> Refused(ConnectionString given)
    {
        var refused = new List<Problem>();
        if (string.IsNullOrWhiteSpace(given.Filename) || (given.Filename.StartsWith(':') && !IsInMemory(given)))
            refused.Add(Problem($"names no file ({(HasPasswordInName(given.Filename) ? "…" : given.Filename)})", "Name one: Filename=app.db, or Filename=:memory: for a database in memory."));
        // A file of that name would be made, and the name be shown: with the password, and without encryption.
        else if (HasPasswordInName(given.Filename))
            refused.Add(Problem("has a password in the name of the file", "Part the two by a semicolon: Filename=app.db;Password=…"));
        if (IsInMemory(given) && given.Connection == ConnectionType.Shared)
            refused.Add(Problem("shares a database in memory", "Remove Connection=shared: nobody else can open it."));
        if (given.ReadOnly)
            refused.Add(Problem("says ReadOnly", "Remove ReadOnly: LiteDB writes to such a database all the same when it is closed."));
        if (given.Upgrade)
            refused.Add(Problem("says Upgrade", "Remove Upgrade: it would change the file before it is checked. Upgrade a LiteDB 4 file once, with LiteDB alone."));
        if (given.AutoRebuild)
            refused.Add(Problem("says Auto-Rebuild", "Remove it: a rebuild loses secondary indexes, and leaves plain text of an encrypted database behind."));
        return refused;
    }

    // By hand: a regular expression would be the only one of a start with nothing pending.
    private static bool HasPasswordInName(string? name) =>
        name?.IndexOf("password", StringComparison.OrdinalIgnoreCase) is >= 0 and var at && name.AsSpan(at + "password".Length).TrimStart().StartsWith("=");

    /// <summary>LiteDB's two names for databases without a file of their own.</summary>
    private static bool IsInMemory(ConnectionString given) => given.Filename is ":memory:" or ":temp:";

    private static Problem Problem(string what, string nextStep) => new(ErrorCode.ConnectionRefused, $"The connection string {what}.", nextStep);
}
