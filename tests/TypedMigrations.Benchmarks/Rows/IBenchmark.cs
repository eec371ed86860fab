using TypedMigrations.Benchmarks.Reporting;

namespace TypedMigrations.Benchmarks.Rows;

/// <summary>A benchmark: it measures, and says what it found.</summary>
/// <remarks>A new one is a class here, and a line in <c>Program.cs</c>.</remarks>
internal interface IBenchmark
{
    /// <summary>The name by which the command asks for it.</summary>
    string Name { get; }

    /// <summary>Measures.</summary>
    /// <returns>The section of the report.</returns>
    /// <exception cref="InvalidOperationException">A program failed, or did not do what it had to.</exception>
    Section Run(Bench bench);
}
