using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Opening;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>A LiteDB database of our own, which nobody else opens: a file in the work folder, or one in memory.</summary>
internal abstract class WorkingFile : IDisposable
{
    private CarefulEngine? _engine;

    /// <summary>Held while a page is read or written: one thread may read pages while another writes them.</summary>
    private protected Lock Gate { get; } = new();

    /// <summary>The engine, opened on first use.</summary>
    public LiteEngine Engine => _engine ??= Open();

    /// <summary>Writes everything into the database and closes it; the next use opens it again.</summary>
    /// <remarks>LiteDB's page cache never shrinks while an engine is open, and its Dispose swallows what fails, a full disk too.</remarks>
    public void Close()
    {
        if (_engine is null)
            return;

        try
        {
            _engine.Settle();
            CheckSettled();
        }
        finally
        {
            Dispose();
        }

        RemoveLog();
    }

    /// <summary>Closes the database and reads its file. What is written from now on lies in LiteDB's log until the database is closed again.</summary>
    public SettledFile Settle(CancellationToken cancellation)
    {
        Close();
        return new SettledFile(ReadPages(), cancellation);
    }

    /// <summary>Closes the database and lets its pages be written. It is not to be used until they are.</summary>
    public PageWriter WritePages()
    {
        Close();
        return OpenPages();
    }

    /// <summary>Closes the database and copies it, for as long as one migration needs the copy.</summary>
    public abstract WorkingFile Copy();

    /// <summary>Closes the database and makes an empty one beside it, of another collation, with the same password.</summary>
    public abstract WorkingFile Beside(Collation collation);

    /// <summary>Closes both, and takes the content of the other. The other is gone.</summary>
    public abstract void Become(WorkingFile other);

    /// <summary>Closes the engine as it is, and removes a database that only one migration needed.</summary>
    public abstract void Remove();

    /// <summary>Closes the engine as it is.</summary>
    public virtual void Dispose()
    {
        _engine?.Dispose();
        _engine = null;
    }

    private protected abstract CarefulEngine Open();

    private protected abstract PageReader ReadPages();

    private protected abstract PageWriter OpenPages();

    private protected abstract void CheckSettled();

    private protected abstract void RemoveLog();
}
