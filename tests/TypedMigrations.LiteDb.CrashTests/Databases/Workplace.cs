using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Databases;

/// <summary>A folder with a copy of an original, gone after the test.</summary>
internal sealed class Workplace : IDisposable
{
    private static readonly string[] DiscoTables =
        ["disco_projects", "survey_projects", "survey_users", "support_role_types", "support_role_values", "user_need_types", "user_need_values"];

    private readonly Original _original;

    public Workplace(Original original, string? folder = null)
    {
        _original = original;
        Folder = folder ?? Directory.CreateTempSubdirectory("crash-tests-").FullName;
        File.Copy(original.Path, Path);
        if (File.Exists(DatabaseFacts.LogOf(original.Path)))
            File.Copy(DatabaseFacts.LogOf(original.Path), Log);
    }

    public string Folder { get; }

    /// <summary>The database.</summary>
    public string Path => System.IO.Path.Combine(Folder, "app.db");

    public string Log => DatabaseFacts.LogOf(Path);

    public string ConnectionString => $"Filename={Path}" + (_original.Password is null ? "" : $";Password={_original.Password}");

    public IReadOnlyList<string> Backups => Directory.Exists(Path + ".backups") ? Directory.GetFiles(Path + ".backups") : [];

    /// <summary>What a run makes and must not leave behind when it is done.</summary>
    public IEnumerable<string> Leftovers =>
        new[] { Path + ".migrating", Path + ".swap", Path + ".swap.tmp", Log }.Where(System.IO.Path.Exists);

    /// <summary>Says in which of the two states the database is. Any third one fails the test.</summary>
    public State FindState()
    {
        var found = DatabaseFacts.Read(Path, _original.Password);
        var fromBefore = found.DifferencesFrom(_original.Before);
        if (fromBefore.Count == 0 && found.Journal.Count == 0)
            return State.Before;

        // The host has a second module, which is migrated in the same run: all of it, or nothing.
        var ofAccounts = found.Without("Disco", DiscoTables);
        var fromAfter = ofAccounts.DifferencesFrom(_original.After);
        if (fromAfter.Count == 0 && ofAccounts.Journal.SequenceEqual(AccountsHistory.JournalOfAdopted) && found.Journal.Count - ofAccounts.Journal.Count is 0 or 5)
            return State.After;

        throw new AssertionException($"""
            The database is neither as before nor as after.
            From before: {string.Join("\n  ", fromBefore)}
            From after: {string.Join("\n  ", fromAfter)}
            Journal: {string.Join(", ", found.Journal)}
            """);
    }

    /// <summary>Starts the program once more, which must finish what was cut and leave nothing of it behind.</summary>
    public async Task FinishAsync(CancellationToken timeout)
    {
        var found = FindState();
        await using var child = ChildProcess.StartAccounts(ConnectionString, "--adopt-at=20201006");
        var exitCode = await child.ExitAsync(timeout);

        Assert.That(exitCode, Is.Zero, child.Story);
        Assert.That(child.Output, Does.Contain(found == State.Before ? "applied 7" : "nothing to do"));
        IsFinished();
    }

    /// <summary>The database is as after, there is nothing but its backup, and that is the original.</summary>
    public void IsFinished()
    {
        Assert.That(FindState(), Is.EqualTo(State.After));
        Assert.That(Leftovers, Is.Empty);
        Assert.That(Backups, Has.Count.EqualTo(1));
        Assert.That(DatabaseFacts.Read(Backups[0], _original.Password).DifferencesFrom(_original.Before), Is.Empty, "The backup is the original.");
    }

    /// <summary>Not a byte of the database is another, and nothing was made of it.</summary>
    public void IsUntouched()
    {
        Assert.That(File.ReadAllBytes(Path).AsSpan().SequenceEqual(File.ReadAllBytes(_original.Path)), "The file has the same bytes.");
        Assert.That(Leftovers, Is.Empty);
        Assert.That(Backups, Is.Empty);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
