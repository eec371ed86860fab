namespace TypedMigrations.Torture.Scenes;

/// <summary>What a program does with a database.</summary>
internal enum Operation
{
    /// <summary>Migrates an old database.</summary>
    Migrate,

    /// <summary>Makes and migrates a new one.</summary>
    Make,

    /// <summary>Takes the last migration back.</summary>
    TakeBack,

    /// <summary>Puts a backup back.</summary>
    Restore,

    /// <summary>Makes a backup.</summary>
    BackUp,

    /// <summary>Drops the database.</summary>
    Drop,

    /// <summary>Loads a dump where there is no database.</summary>
    Load,

    /// <summary>Puts seeds back that are gone.</summary>
    Seed,

    /// <summary>Migrates with a module whose code misbehaves, and did not this time.</summary>
    Endure,
}
