using TypedMigrations.Testing.Cases;

namespace TypedMigrations.Testing;

/// <summary>The tests that nobody has to write: for every migration of a module, whatever it does.</summary>
/// <remarks>
/// <para>For each migration: its schema and its plan are as verified; it keeps the data of a database with bootstrap and test data, and what nobody
/// declares; it is taken back where it has a <c>Down</c>. docs/testing.md says what each of them looks at.</para>
/// <para>Databases at each version are made once in a process and copied. The tests may run in parallel.</para>
/// </remarks>
/// <example>
/// With NUnit:
/// <code>
/// private static IEnumerable&lt;MigrationTest> Cases => MigrationTests.For&lt;AccountsModule>();
/// [TestCaseSource(nameof(Cases))] public void Passes(MigrationTest test) => test.Run();
/// </code>
/// </example>
public static class MigrationTests
{
    /// <summary>The tests of a module.</summary>
    /// <typeparam name="TModule">The module.</typeparam>
    /// <param name="configure">Says more; null for the defaults.</param>
    /// <returns>At least one. Where the module's migrations cannot be read, one that says why.</returns>
    public static IReadOnlyList<MigrationTest> For<TModule>(Action<MigrationTestOptions>? configure = null) where TModule : MigrationModule, new()
    {
        var options = new MigrationTestOptions();
        try
        {
            configure?.Invoke(options);
            return ModuleTests.Of(new TModule(), options);
        }
        catch (Exception exception)
        {
            // Thrown here, a test framework would hide it behind a message of its own.
            return [new MigrationTest($"{typeof(TModule).Name} has migrations to test", () => throw exception)];
        }
    }
}
