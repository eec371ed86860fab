using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>The application's engine: opened on first use, and not before the database is up to date.</summary>
internal sealed class ApplicationEngine(IDatabasePlace place, IMigrationObserver? observer) : ILiteEngine
{
    private readonly Lock _opening = new();
    private volatile ILiteEngine? _engine;
    private volatile bool _isLetIn;

    // Opened by the start, which read the journal with it, and not used by the application yet.
    private ILiteEngine? _ready;
    private bool _isDisposed;

    public bool IsOpen => _engine is not null;

    public void LetIn() => _isLetIn = true;

    /// <summary>Lets the application in, with an engine that is open already.</summary>
    public void LetIn(ILiteEngine ready)
    {
        lock (_opening)
            _ready = ready;
        _isLetIn = true;
    }

    /// <summary>Closes an engine that the application has not used yet: somebody is about to hold the file alone.</summary>
    public void CloseUnused()
    {
        lock (_opening)
        {
            _ready?.Dispose();
            _ready = null;
        }
    }

    /// <summary>What the open database knows of its migrations; null where it is not open.</summary>
    public DatabaseState? TryReadState()
    {
        lock (_opening)
            return (_engine ?? _ready) is { } engine ? LiteDbJournal.Read(engine) : null;
    }

    /// <summary>The database is another one than that for which the application was let in.</summary>
    public void KeepOut() => _isLetIn = false;

    public int Checkpoint() => Engine.Checkpoint();

    public long Rebuild(RebuildOptions options) => Engine.Rebuild(options);

    public bool BeginTrans() => Engine.BeginTrans();

    public bool Commit() => Engine.Commit();

    public bool Rollback() => Engine.Rollback();

    public IBsonDataReader Query(string collection, Query query) => Engine.Query(collection, query);

    public int Insert(string collection, IEnumerable<BsonDocument> docs, BsonAutoId autoId) => Engine.Insert(collection, docs, autoId);

    public int Update(string collection, IEnumerable<BsonDocument> docs) => Engine.Update(collection, docs);

    public int UpdateMany(string collection, BsonExpression transform, BsonExpression predicate) => Engine.UpdateMany(collection, transform, predicate);

    public int Upsert(string collection, IEnumerable<BsonDocument> docs, BsonAutoId autoId) => Engine.Upsert(collection, docs, autoId);

    public int Delete(string collection, IEnumerable<BsonValue> ids) => Engine.Delete(collection, ids);

    public int DeleteMany(string collection, BsonExpression predicate) => Engine.DeleteMany(collection, predicate);

    public bool DropCollection(string name) => Engine.DropCollection(name);

    public bool RenameCollection(string name, string newName) => Engine.RenameCollection(name, newName);

    public bool EnsureIndex(string collection, string name, BsonExpression expression, bool unique)
    {
        WarnOfContradiction(collection, new StoredIndex(name, expression.Source, unique));
        return Engine.EnsureIndex(collection, name, expression, unique);
    }

    public bool DropIndex(string collection, string name) => Engine.DropIndex(collection, name);

    public BsonValue Pragma(string name) => Engine.Pragma(name);

    public bool Pragma(string name, BsonValue value) => Engine.Pragma(name, value);

    public void Dispose()
    {
        lock (_opening)
        {
            _isDisposed = true;
            _engine?.Dispose();
            _ready?.Dispose();
            _engine = _ready = null;
        }
    }

    private ILiteEngine Engine => _engine ?? Open();

    private ILiteEngine Open()
    {
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(LiteDatabase));
            if (!_isLetIn)
            {
                throw new MigrationException(new Problem(ErrorCode.UsedTooEarly, $"{place.DisplayName} was used before it was brought up to date.",
                    "Use the database after the host has started, or call await app.MigrateAsync() before. A hosted service's constructor runs too early: use the database in its StartAsync.",
                    ("database", $"{place.DisplayName} was not opened.")));
            }

            _engine ??= _ready ?? place.OpenForApplication();
            _ready = null;
            return _engine;
        }
    }

    /// <summary>LiteDB changes nothing, and says so by a false only, where an index of the name is there already.</summary>
    private void WarnOfContradiction(string collection, StoredIndex wanted)
    {
        if (observer is null || TableReader.Indexes(Engine)[collection].FirstOrDefault(index => index.Name == wanted.Name) is not { } real || real == wanted)
            return;

        observer.Observe(new MigrationEvent.Warned(
            $"The application asks for the {Words(wanted)} of {collection}, but the constants declare the {Words(real)}. LiteDB keeps the latter. Change it in a migration."));
    }

    private static string Words(StoredIndex index) => $"{(index.IsUnique ? "unique " : "")}index {index.Name} on {index.Expression}";
}
