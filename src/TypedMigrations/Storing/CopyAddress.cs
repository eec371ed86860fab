namespace TypedMigrations.Storing;

/// <summary>Where a copy is that others may open.</summary>
/// <param name="path">The path of its file.</param>
/// <param name="connectionString">What a program opens it with, the password included.</param>
public sealed class CopyAddress(string path, string connectionString)
{
    /// <summary>The path of its file.</summary>
    public string Path { get; } = path;

    /// <summary>What a program opens it with. It holds the password: never log it.</summary>
    public string ConnectionString { get; } = connectionString;

    /// <summary>The path, without the password.</summary>
    public override string ToString() => Path;
}
