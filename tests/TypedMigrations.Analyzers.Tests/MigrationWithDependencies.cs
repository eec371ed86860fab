namespace TypedMigrations.Analyzers.Tests;

public sealed class MigrationWithDependencies
{
    private const string Others = """
        namespace Disco { public class B : TypedMigrations.Migration; public class a : TypedMigrations.Migration; }
        namespace Disco { public class Outer { public class G<T> : TypedMigrations.Migration; } }
        """;

    [Test]
    public void ListsTheirFullNamesInOrdinalOrder() =>
        Assert.That(DependenciesOf("[DependsOn<Disco.a>, DependsOn<Disco.B>]"), Is.EqualTo("Disco.B,Disco.a"));

    [Test]
    public void ListsNestedAndGenericOnesAsReflectionNamesThem() =>
        Assert.That(DependenciesOf("[DependsOn<Disco.Outer.G<int>>]"), Is.EqualTo("Disco.Outer+G`1"));

    [Test]
    public void ListsARepeatedOneOnce() =>
        Assert.That(DependenciesOf("[DependsOn<Disco.B>] [DependsOn<Disco.B>]"), Is.EqualTo("Disco.B"));

    [Test]
    public void ListsThoseOfEveryPart() =>
        Assert.That(
            DependenciesOf("[DependsOn<Disco.B>]", "[DependsOn<Disco.a>] partial class Dependent;"),
            Is.EqualTo("Disco.B,Disco.a"));

    [Test]
    public void ListsNoOtherAttribute() =>
        Assert.That(
            DependenciesOf("[System.Obsolete, Mine.DependsOn<Disco.B>]", "namespace Mine { class DependsOnAttribute<T> : System.Attribute; }"),
            Is.Empty);

    private static string DependenciesOf(string attributes, string more = "") =>
        Module.Empty
            .With("Others.cs", Others)
            .With("Dependent.cs", $"using TypedMigrations; {attributes} partial class Dependent : Migration; {more}")
            .Manifest().Entries.Single(entry => entry.StartsWith("|Dependent|", StringComparison.Ordinal))
            .Split('|')[3];
}
