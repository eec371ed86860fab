using System.Globalization;
using System.Runtime.InteropServices;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Packages.Tests;

/// <summary>The packages of this repository, packed once into a folder, and projects that refer to nothing else of it.</summary>
[SetUpFixture]
public sealed class LocalFeed
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "typed-migrations-" + Guid.NewGuid().ToString("N"));

    // A version of its own, so that no package of this name in a cache is taken for it; and no prerelease, which nobody gets unasked.
    private static readonly string Version = string.Create(CultureInfo.InvariantCulture, $"0.0.{Random.Shared.Next(1_000_000, int.MaxValue)}");

    /// <summary>This machine's, as packages name it. The packages of the tests are compiled ahead for it alone.</summary>
    public static string Platform { get; } = $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>A home for the commands of the tests: installed tools are remembered there.</summary>
    public static string Home { get; } = Path.Combine(Folder, "home");

    [OneTimeSetUp]
    public async Task Pack()
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        // Without building: other tests run from the same folders at the same time.
        await Dotnet.Succeed(Repository.Root, "publish", Path.Combine("build", "CompiledAhead"), "-c", configuration, $"-p:For={Platform}", "-p:BuildProjectReferences=false", "-o", Path.Combine(Folder, "ahead", Platform));
        foreach (var package in (string[])["TypedMigrations", "TypedMigrations.LiteDb", "TypedMigrations.Hosting", "TypedMigrations.Testing", "TypedMigrations.Cli"])
            await Dotnet.Succeed(Repository.Root, "pack", Path.Combine("src", package), "--no-build", "-c", configuration, "-o", Path.Combine(Folder, "feed"), $"-p:PackageVersion={Version}", $"-p:TypedMigrationsCompiledAhead={Path.Combine(Folder, "ahead")}");
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(Folder, recursive: true);

    /// <summary>Makes a class library that refers to packages, in a folder of its own.</summary>
    public static string NewProject(string name, params string[] packages)
    {
        var folder = NewFolder(name);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
            {string.Concat(packages.Select(package => $"    <PackageReference Include=\"{package}\" Version=\"{Version}\" />\n"))}  </ItemGroup>
            </Project>
            """);
        return folder;
    }

    /// <summary>Makes a folder in which packages come from this feed, and nothing from a network.</summary>
    public static string NewFolder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Folder, "packages")}" /></config>
              <fallbackPackageFolders><add key="user" value="{UserPackages}" /></fallbackPackageFolders>
              <packageSources>
                <clear />
                <add key="local" value="{Path.Combine(Folder, "feed")}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    /// <summary>The file of a package in the feed.</summary>
    public static string Package(string name) => Path.Combine(Folder, "feed", $"{name}.{Version}.nupkg");

    /// <summary>A folder of this repository.</summary>
    public static string InRepository(params string[] path) => Path.Combine([Repository.Root, .. path]);

    private static string UserPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
