using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Tests.Scaffolding;

/// <summary>C# as the scaffolding reads it: without compiling.</summary>
public sealed class SourcesAreRead
{
    [TestCase("a \"b\" c", "a c")]
    [TestCase("a \"\\\"b\" c", "a c")]
    [TestCase("a @\"\\\" b @\"\"\"x\" c", "a b c")]
    [TestCase("a $\"b{c}{{d}}{e:f}\" g", "a c e f g")]
    [TestCase("a $@\"b{c(\"x\")}\" d", "a c d")]
    [TestCase("a \"\"\"b \"c\" d\"\"\" e", "a e")]
    [TestCase("a $$\"\"\"b {c} {{d}} \"\"\" e", "a d e")]
    [TestCase("a $\"{b switch { 1 => \"}\", _ => c }}\" d", "a b switch _ c d")]
    [TestCase("a 'b' '\\'' '\"' c", "a c")]
    [TestCase("a /* b \" */ c // d ' \n e", "a c e")]
    [TestCase("#region don't\na", "a")]
    [TestCase("@class 1_000L b", "@class b")]
    [TestCase("a \"b", "a")]
    public void NamesAreToldFromTexts(string code, string names)
    {
        var words = Lexer.Read(code).Where(token => token.Kind == TokenKind.Word).Select(token => code[token.Start..token.End]);

        Assert.That(string.Join(' ', words), Is.EqualTo(names));
    }

    [Test]
    public void TypesAreFoundWithWhatTheyDeriveFrom()
    {
        var file = SourceFile.Parse(new SourceText("", """
            global using System;
            using Old = global::A.B;
            var statement = new { Class = "class X" };
            namespace A
            {
                namespace B.C
                {
                    [DependsOn<Owner.First>, Obsolete("class")]
                    public sealed partial class One<T>(int x) : Base<T>(x), IOne where T : class { class Nested { } }
                    public readonly record struct Two(int X) : ITwo;
                }
                enum Three : byte { A }
            }
            """, HasMark: false));

        Assert.That(file.Types.Select(type => $"{type.Namespace}.{type.Name}:{string.Join(',', type.Bases)}"), Is.EqualTo(["A.B.C.One:Base,IOne", "A.B.C.Two:ITwo", "A.Three:byte"]));
        Assert.That(file.Usings.Select(directive => (directive.Alias, directive.Name)), Is.EqualTo([(null, "System"), ("Old", "global::A.B")]));
    }

    [TestCase("add phone-number", "AddPhoneNumber")]
    [TestCase("2fa", "Fa")]
    [TestCase("übung", "Übung")]
    public void NamesAreProposed(string given, string proposed) => Assert.That(Identifiers.Pascal(given), Is.EqualTo(proposed));

    [TestCase("customers", "Customer")]
    [TestCase("order_lines", "OrderLine")]
    [TestCase("categories", "Category")]
    [TestCase("addresses", "Address")]
    [TestCase("boxes", "Box")]
    [TestCase("status", "Status")]
    [TestCase("houses", "House")]
    public void RecordsAreNamedAfterTheirTable(string table, string record) => Assert.That(Identifiers.Singular(table), Is.EqualTo(record));
}
