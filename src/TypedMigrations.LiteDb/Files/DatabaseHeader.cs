namespace TypedMigrations.LiteDb.Files;

/// <summary>What the first page of a database says.</summary>
/// <param name="LastPage">The highest page that was ever handed out.</param>
/// <param name="CreationTicks">When the database was made.</param>
internal sealed record DatabaseHeader(uint LastPage, long CreationTicks);
