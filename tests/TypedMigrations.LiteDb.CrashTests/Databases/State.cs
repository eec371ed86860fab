namespace TypedMigrations.LiteDb.CrashTests.Databases;

/// <summary>The two states in which a database may be found.</summary>
internal enum State
{
    /// <summary>Every document, field, index and pragma is what it was, and there is no journal.</summary>
    Before,

    /// <summary>Every document, field, index and pragma is what the history demands, and the journal has every migration once.</summary>
    After,
}
