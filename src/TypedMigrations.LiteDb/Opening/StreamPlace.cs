using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>A database in memory, or on a stream that the program gives: nobody else can have it, and there is no file to swap or to back up.</summary>
internal sealed class StreamPlace : IDatabasePlace
{
    private readonly EngineSettings _template;

    /// <param name="data">The stream, readable, writable and seekable.</param>
    /// <param name="displayName">The database as messages name it.</param>
    /// <param name="template">Password and collation.</param>
    public StreamPlace(Stream data, string displayName, EngineSettings template)
    {
        if (!data.CanRead || !data.CanWrite || !data.CanSeek)
        {
            throw new MigrationException(new Problem(ErrorCode.ConnectionRefused, $"{char.ToUpperInvariant(displayName[0])}{displayName[1..]} cannot be read, written and sought.",
                "Give a stream that can: a MemoryStream, or a FileStream with FileAccess.ReadWrite."));
        }

        Data = data;
        DisplayName = displayName;
        _template = template;
    }

    public string DisplayName { get; }

    public Stream Data { get; }

    /// <summary>What failed runs leave for the audit trail: they may not change the database.</summary>
    public List<(AuditKind Kind, string Subject, string Detail, DateTimeOffset At)> KeptForAudit { get; } = [];

    /// <summary>Password and collation; no stream.</summary>
    public EngineSettings Template => new() { Password = _template.Password, Collation = _template.Collation };

    public ILiteEngine OpenForApplication() => Open();

    public IDatabaseSession OpenSession(SessionOptions options, ApplicationEngine application, CancellationToken cancellation) =>
        application.IsOpen ? new AttachedSession(application, DisplayName, connection: null) : new StreamSession(this, application);

    /// <summary>Opens the stream itself.</summary>
    public LiteEngine Open() => Translate<LiteEngine>(() => new CarefulEngine(new EngineSettings
    {
        DataStream = new KeptOpen(Data), LogStream = new MemoryStream(), Password = _template.Password, Collation = Data.Length == 0 ? _template.Collation : null,
    }));

    /// <summary>Says in our words why LiteDB does not open or read the stream.</summary>
    public T Translate<T>(Func<T> open) => new LiteDbErrors(DisplayName, "Give a stream that LiteDB wrote, or an empty one.").Translate(open);

    public void Dispose()
    {
        // The stream is the program's.
    }
}
