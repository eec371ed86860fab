namespace TypedMigrations.Analyzers.Tests;

public sealed class MigrationClassesOfEveryShape
{
    [Test]
    public void AreListedWhenNested() =>
        AssertClasses(
            "namespace A.M20200101_First; public class Outer { public class Inner { private sealed class First : TypedMigrations.Migration; } }",
            "A.M20200101_First.Outer+Inner+First");

    [Test]
    public void AreListedWhenGeneric() =>
        AssertClasses(
            "namespace A.M20200101_First; public class Outer<T> { public sealed class First<TKey, TValue> : TypedMigrations.Migration; }",
            "A.M20200101_First.Outer`1+First`2");

    [Test]
    public void AreListedWhenIndirect() =>
        AssertClasses("""
            namespace A { public abstract class Base<T> : TypedMigrations.Migration; public abstract class Middle : Base<int>; }
            namespace A.M20200101_First { public sealed class First : Middle; }
            """,
            "A.M20200101_First.First");

    [Test]
    public void AreListedWhateverTheirAccessibility() =>
        AssertClasses("""
            namespace A;
            public class Public : TypedMigrations.Migration
            {
                protected class Protected : TypedMigrations.Migration;
                private class Private : TypedMigrations.Migration;
            }
            class Internal : TypedMigrations.Migration;
            """,
            "A.Internal", "A.Public+Private", "A.Public+Protected", "A.Public");

    [Test]
    public void AreListedUnderTheNameThatReflectionSeesWhenLocalToAFile() =>
        Assert.That(
            Module.Empty.With("Hidden.cs", "namespace A; file class Hidden : TypedMigrations.Migration;").Manifest().Classes.Single(),
            Does.Match("^A[.]<Hidden>F[0-9A-F]+__Hidden$"));

    [Test]
    public void AreListedWhateverTheirNamespace() =>
        AssertClasses("""
            class Nowhere : TypedMigrations.Migration;
            namespace Accounts { class NoStamp : TypedMigrations.Migration; }
            namespace Accounts.M2020_BadStamp { class BadStamp : TypedMigrations.Migration; }
            """,
            "Accounts.M2020_BadStamp.BadStamp", "Accounts.NoStamp", "Nowhere");

    [Test]
    public void AreListedWithoutTheSignOfAnEscapedName() =>
        AssertClasses("namespace A.@namespace; class @class : TypedMigrations.Migration;", "A.namespace.class");

    [Test]
    public void AreListedWithASlotForTheMissingNamespaceOfAGlobalOne() =>
        Assert.That(
            Module.Empty.With("Nowhere.cs", "class Nowhere : TypedMigrations.Migration;").Manifest().Entries.Single(),
            Does.StartWith("|Nowhere|v1:"));

    [Test]
    public void AreListedOnceWhenPartial() =>
        AssertClasses("""
            namespace A;
            partial class Parts : TypedMigrations.Migration;
            partial class Parts : TypedMigrations.Migration { }
            partial class Parts { }
            """,
            "A.Parts");

    [Test]
    public void AreNotListedWhenAbstract() =>
        AssertClasses(
            "namespace A; abstract class Base : TypedMigrations.Migration; abstract class Further : Base; class First : Further;",
            "A.First");

    [Test]
    public void AreNotListedWhenAbstractInAnotherPart() =>
        AssertClasses("""
            namespace A;
            partial class Base : TypedMigrations.Migration;
            abstract partial class Base;
            class First : Base;
            """,
            "A.First");

    [Test]
    public void AreListedInOrdinalOrderOfTheirEntries()
    {
        var entries = Module.Empty
            .With("1.cs", "namespace b.M20200103_C; class C : TypedMigrations.Migration;")
            .With("2.cs", "namespace B.M20200102_B; class b : TypedMigrations.Migration; class B : TypedMigrations.Migration;")
            .With("3.cs", "namespace B.M20200101_A; class A : TypedMigrations.Migration;")
            .Manifest().Entries;

        Assert.That(entries, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(
            entries.Select(entry => entry.Split('|')[1]),
            Is.EqualTo(new[] { "B.M20200101_A.A", "B.M20200102_B.B", "B.M20200102_B.b", "b.M20200103_C.C" }));
    }

    private static void AssertClasses(string code, params string[] expected) =>
        Assert.That(Module.Empty.With("Code.cs", code).Manifest().Classes, Is.EqualTo(expected));
}
