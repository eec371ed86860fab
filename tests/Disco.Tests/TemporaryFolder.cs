namespace Disco.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("disco-tests-").FullName;

    public string ConnectionString => $"Filename={Path.Combine(_path, "disco.db")}";

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
