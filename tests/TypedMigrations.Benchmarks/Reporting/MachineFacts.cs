using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace TypedMigrations.Benchmarks.Reporting;

/// <summary>What the figures of a section were measured on.</summary>
internal static class MachineFacts
{
    /// <summary>One line a fact.</summary>
    /// <param name="root">The root of the repository, whose list of packages gives the versions.</param>
    /// <param name="packages">The packages that were measured.</param>
    public static string Read(string root, IEnumerable<string> packages) => string.Join('\n',
    [
        $"- {Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F0} GB of memory",
        $"- {RuntimeInformation.OSDescription.Trim()}, {FileSystem()}, {RuntimeInformation.FrameworkDescription}",
        $"- {string.Join(", ", packages.Select(package => $"{package} {VersionOf(root, package)}"))}",
        $"- {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
    ]);

    private static string Processor()
    {
        const string Cpus = "/proc/cpuinfo";
        var line = File.Exists(Cpus) ? File.ReadLines(Cpus).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string FileSystem() => $"files on {new DriveInfo(Path.GetFullPath(".")).DriveFormat}";

    private static string VersionOf(string root, string package) => XDocument.Load(Path.Combine(root, "Directory.Packages.props"))
        .Descendants("PackageVersion")
        .Single(version => version.Attribute("Include")!.Value == package)
        .Attribute("Version")!.Value;
}
