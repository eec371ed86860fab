namespace TypedMigrations.Torture.Attempts;

/// <summary>The library did not keep what it promises.</summary>
internal sealed class LostException(string message) : Exception(message);
