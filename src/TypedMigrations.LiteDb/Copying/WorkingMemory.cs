using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Opening;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>A LiteDB database of our own in memory: the copy of one that has no file either.</summary>
internal sealed class WorkingMemory(MemoryStream data, EngineSettings template) : WorkingFile
{
    public MemoryStream Data { get; private set; } = data;

    public override WorkingFile Copy()
    {
        Close();
        var copy = new MemoryStream();
        Data.WriteTo(copy);
        return new WorkingMemory(copy, template);
    }

    public override WorkingFile Beside(Collation collation)
    {
        Close();
        return new WorkingMemory(new MemoryStream(), new EngineSettings { Password = template.Password, Collation = collation });
    }

    public override void Become(WorkingFile other)
    {
        Close();
        other.Close();
        Data = ((WorkingMemory)other).Data;
    }

    public override void Remove() => Dispose();

    private protected override CarefulEngine Open() => new(new EngineSettings
    {
        DataStream = new KeptOpen(Data),
        LogStream = new MemoryStream(),
        Password = template.Password,
        Collation = Data.Length == 0 ? template.Collation : null,
    });

    private protected override PageReader ReadPages() => PageReader.Open(new MemoryStream(Data.GetBuffer(), 0, (int)Data.Length, writable: false), template.Password, gate: Gate);

    private protected override PageWriter OpenPages() => new(new KeptOpen(Data), template.Password, Gate);

    private protected override void CheckSettled()
    {
    }

    private protected override void RemoveLog()
    {
    }
}
