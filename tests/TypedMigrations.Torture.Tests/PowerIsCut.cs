using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Rows.Power;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Tests;

/// <summary>The simulated disk loses what was not synced, and nothing else; and the order of syncs is looked at.</summary>
public sealed class PowerIsCut
{
    private const string Folder = "/data";
    private static readonly Place Place = new(Folder);

    private string _template = null!;
    private int _line;

    [SetUp]
    public void MakeTemplate()
    {
        _template = Ground.NewFolder("template");
        File.WriteAllText(Path.Combine(_template, "depot.db"), "old");
        _line = 0;
    }

    [Test]
    public void WhatWasSyncedIsThereWhateverHappens()
    {
        DiskChange[] changes = [Do(DiskCall.Create, "copy"), Write("copy", "new"), Do(DiskCall.Sync, "copy"), Rename("copy", "depot.db"), Do(DiskCall.Sync, "")];

        Assert.That(States(changes), Is.EqualTo(["depot.db=new"]));
    }

    [Test]
    public void WhatWasNotSyncedMayBeLostOrTornOrThere()
    {
        DiskChange[] changes = [Do(DiskCall.Create, "copy"), Write("copy", "new"), Rename("copy", "depot.db")];

        Assert.That(States(changes), Is.SupersetOf(["depot.db=old", "depot.db=", "depot.db=new"]));
    }

    [Test]
    public void AFolderThatWasNotSyncedMayBeLostWithItsFiles()
    {
        DiskChange[] changes = [Do(DiskCall.MakeFolder, "work"), Do(DiskCall.Create, "work/copy"), Write("work/copy", "new"), Do(DiskCall.Sync, "work/copy"), Do(DiskCall.Sync, "work")];

        Assert.That(States(changes), Is.EquivalentTo(["depot.db=old", "depot.db=old work/copy=new"]));
    }

    [Test]
    public void ACopyThatIsSwappedInUnsyncedIsAFault()
    {
        DiskChange[] changes = [Do(DiskCall.Create, "depot.db.migrating/copy.db"), Write("depot.db.migrating/copy.db", "new"), Rename("depot.db.migrating/copy.db", "depot.db")];

        Assert.That(new SyncOrder(changes, Place).FindFaults(), Is.EqualTo([
            "the copy is not synced before it is swapped in", "there is no intent before the swap", "the folder is not synced between the swap and the intent's end"]));
    }

    [Test]
    public void ALogThatGoesBeforeTheDatabaseIsSyncedIsAFault()
    {
        DiskChange[] changes = [Write("depot.db", "new"), Do(DiskCall.Truncate, "depot-log.db")];

        Assert.That(new SyncOrder(changes, Place).FindFaults(), Is.EqualTo(["the database is not synced before its log goes (Truncate)"]));
    }

    /// <summary>Every state that chance makes of them, with the contents of the files.</summary>
    private HashSet<string> States(DiskChange[] changes)
    {
        var disk = new SimulatedDisk(Folder, _template, changes);
        return [.. Enumerable.Range(0, 200).Select(seed =>
        {
            var into = Ground.NewPath("state");
            disk.Write(changes.Length, new Random(seed), into);
            return string.Join(' ', Directory.EnumerateFiles(into, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => $"{Path.GetRelativePath(into, path)}={File.ReadAllText(path)}"));
        })];
    }

    private DiskChange Do(DiskCall call, string path) => new(call, In(path), ++_line, _line);

    private DiskChange Write(string path, string text) => Do(DiskCall.Write, path) with { Data = System.Text.Encoding.UTF8.GetBytes(text) };

    private DiskChange Rename(string path, string to) => Do(DiskCall.Rename, path) with { To = In(to) };

    private static string In(string path) => path == "" ? Folder : Path.Combine(Folder, path);
}
