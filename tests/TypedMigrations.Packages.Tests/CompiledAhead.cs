using System.IO.Compression;
using System.Reflection.PortableExecutable;

namespace TypedMigrations.Packages.Tests;

/// <summary>The packages carry the library's code compiled for a platform, and a program that is built without naming one runs it.</summary>
public sealed class CompiledAhead
{
    private static readonly string[] Packages = ["TypedMigrations", "TypedMigrations.LiteDb", "TypedMigrations.Hosting"];

    [TestCaseSource(nameof(Packages))]
    public void LiesBesideTheCodeForEveryPlatform(string package)
    {
        Assert.Multiple(() =>
        {
            Assert.That(IsCompiledAhead(package, $"runtimes/{LocalFeed.Platform}/lib/net10.0/{package}.dll"), Is.True);
            Assert.That(IsCompiledAhead(package, $"lib/net10.0/{package}.dll"), Is.False);
        });
    }

    [Test]
    public async Task IsWhatAProgramRuns()
    {
        var project = LocalFeed.NewProject("Program", "TypedMigrations.LiteDb", "TypedMigrations.Hosting");
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), """
            using TypedMigrations;

            await using var shop = await LiteDbMigrations.RunAsync("Filename=shop.db", [new Shop.ShopModule()]);
            foreach (var type in (Type[])[typeof(Migrator), typeof(LiteDbMigrations), typeof(MigrationsHostExtensions)])
                Console.WriteLine(Path.GetRelativePath(AppContext.BaseDirectory, type.Assembly.Location).Replace('\\', '/'));
            Console.WriteLine($"{shop.Report.Results.Count} applied");

            namespace Shop
            {
                public sealed class ShopModule : MigrationModule;
            }

            namespace Shop.M20260101_First
            {
                public sealed class First : Migration;
            }
            """);

        var output = await Dotnet.Succeed(project, "run", "--property:OutputType=Exe");

        Assert.That(output.ReplaceLineEndings("\n").Trim(), Does.EndWith(string.Concat(Packages.Select(package => $"runtimes/{LocalFeed.Platform}/lib/net10.0/{package}.dll\n")) + "1 applied"));
    }

    private static bool IsCompiledAhead(string package, string path)
    {
        using var archive = ZipFile.OpenRead(LocalFeed.Package(package));
        var entry = archive.GetEntry(path);
        Assert.That(entry, Is.Not.Null, path);

        using var packed = entry!.Open();
        using var assembly = new MemoryStream();
        packed.CopyTo(assembly);
        assembly.Position = 0;
        using var reader = new PEReader(assembly);
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
