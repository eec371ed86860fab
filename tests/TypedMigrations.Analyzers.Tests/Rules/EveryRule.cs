using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedMigrations.Analyzers.Rules;
using TypedMigrations.CodeFixes;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Analyzers.Tests.Rules;

public sealed class EveryRule
{
    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(MigrationRule).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(MigrationRule).IsAssignableFrom(type))
        .SelectMany(type => ((MigrationRule)Activator.CreateInstance(type)!).SupportedDiagnostics);

    private static IEnumerable<string> Ids => Descriptors.Select(descriptor => descriptor.Id).Distinct();

    private static IEnumerable<string> FixedIds => typeof(MigrationFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
        .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds);

    [TestCaseSource(nameof(Ids))]
    public void HasAPageWithTitleSeverityAndRepair(string id)
    {
        var descriptor = Descriptors.First(descriptor => descriptor.Id == id);
        var page = Repository.Read("docs", "rules", $"{id}.md");

        Assert.Multiple(() =>
        {
            Assert.That(page, Does.StartWith($"# {id}: {descriptor.Title}\n"));
            Assert.That(page, Does.Contain($"\nSeverity: {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}. Code fix: {(FixedIds.Contains(id) ? "" : "none.")}"));
            Assert.That(page, Does.Contain("\n## Why\n").And.Contain("\n## Example\n").And.Contain("\n## What to do\n"));
        });
    }

    [Test]
    public void HasALineInTheListOfRules() =>
        Assert.That(Repository.Read("docs", "rules", "README.md").ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith("| [TM", StringComparison.Ordinal)), Is.EqualTo(
            Descriptors.GroupBy(descriptor => descriptor.Id).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"| [{group.Key}]({group.Key}.md) | {group.First().DefaultSeverity.ToString().ToLowerInvariant()} | {(FixedIds.Contains(group.Key) ? "yes" : "")} | {group.First().Title} |")));

    [Test]
    public void HasAnIdOfItsOwn() =>
        Assert.That(Descriptors.GroupBy(descriptor => descriptor.Id).Where(group => group.Select(descriptor => descriptor.Title.ToString()).Distinct().Count() > 1), Is.Empty);
}
