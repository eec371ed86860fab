using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Opening;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>LiteDB's thread that writes its log ends before its time. LiteDB itself would wait for it for ever.</summary>
[TestFixture(typeof(InvalidOperationException))]
[TestFixture(typeof(IOException))]
[TestFixture(typeof(OutOfMemoryException))]
public sealed class LogCannotBeWritten<TFailure>
    where TFailure : Exception, new()
{
    private MemoryStream _data = null!;
    private CarefulEngine _engine = null!;

    [SetUp]
    public void Write()
    {
        Assert.That(LogWriter.IsKnown, Is.True);
        _data = new MemoryStream();
        using (var made = new CarefulEngine(new EngineSettings { DataStream = _data }))
            made.Insert("items", [new BsonDocument { ["_id"] = 1 }], BsonAutoId.Int32);

        _engine = new CarefulEngine(new EngineSettings { DataStream = _data, LogStream = new FailingStream() });
        try
        {
            _engine.Insert("items", [new BsonDocument { ["_id"] = 2 }], BsonAutoId.Int32);
        }
        catch (Exception exception) when (exception is TFailure or LiteException)
        {
            // Whether LiteDB notices is a matter of which thread is faster.
        }
    }

    [TearDown]
    public void Close() => _engine.Dispose();

    [Test, CancelAfter(60_000)]
    public void SettlingIsRefused(CancellationToken timeout) =>
        Assert.That(() => Task.Run(_engine.Settle, timeout).WaitAsync(timeout), Throws.InstanceOf<IOException>());

    [Test, CancelAfter(60_000)]
    public void ClosingEnds(CancellationToken timeout) =>
        Assert.That(() => Task.Run(_engine.Dispose, timeout).WaitAsync(timeout), Throws.Nothing);

    [Test, CancelAfter(60_000)]
    public async Task WhatWasThereBeforeIsThere(CancellationToken timeout)
    {
        await Task.Run(_engine.Dispose, timeout).WaitAsync(timeout);

        using var database = new LiteDatabase(new MemoryStream(_data.ToArray()));
        Assert.That(database.GetCollection("items").FindAll().Select(item => item["_id"].AsInt32), Is.EqualTo(new[] { 1 }));
    }

    private sealed class FailingStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new TFailure();
    }
}
