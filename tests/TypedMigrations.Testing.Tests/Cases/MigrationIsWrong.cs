using TypedMigrations.Testing.Cases;
using TypedMigrations.Testing.Tests.Modules.Wrong.Converted;

namespace TypedMigrations.Testing.Tests.Cases;

/// <summary>Each invariant that nobody has to write finds a migration that breaks it, and names table, document and field.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class MigrationIsWrong
{
    [Test]
    public void Print()
    {
        foreach (var type in typeof(ConvertedModule).Assembly.GetTypes().Where(type => type.Namespace?.Contains(".Wrong.") == true && typeof(MigrationModule).IsAssignableFrom(type)))
        {
            var module = (MigrationModule)Activator.CreateInstance(type)!;
            foreach (var test in ModuleTests.Of(module, new MigrationTestOptions { Seed = "1" }).Where(test => test.Name.Contains("keeps") || test.Name.Contains("taken")))
            {
                try
                {
                    test.Run();
                    TestContext.Out.WriteLine($"#### {type.Name} {test.Name}: passes");
                }
                catch (Exception exception)
                {
                    TestContext.Out.WriteLine($"#### {type.Name} {test.Name}: {exception.GetType().Name}\n{exception.Message}");
                }
            }
        }
    }
}
