using Microsoft.CodeAnalysis;
using TypedMigrations.Analyzers.Rules.Reaching;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Reaching;

public sealed class PackageIsNamed
{
    private static readonly MetadataReference Package = RuleReferences.Package(
        "Acme.Json",
        """
        namespace Acme.Json;

        public static class Convert
        {
            public static string Write(object value) => "";

            public static string ToJson(this object value) => "";
        }

        public sealed class NameAttribute : System.Attribute;
        """);

    [Test]
    public Task IsReportedWithItsName() => RuleTest<PackageNamed>.VerifyMessage(
        Package,
        "TM0115",
        "Migration 20201027_Roles names Acme.Json.Convert of Acme.Json, and another version of Acme.Json may change what the migration does: "
        + "use the base class library, or write what the migration needs of it into Accounts.M20201027_Roles",
        Migration("private string Made() => Acme.Json.{|#0:Convert|}.Write(1);"));

    [TestCase("private string Made() => 5.{|TM0115:ToJson|}();")]
    [TestCase("[{|TM0115:Name|}] private int _number = 1;")]
    public Task IsReported(string member) => RuleTest<PackageNamed>.Verify(Package, Migration(member));

    [Test]
    public Task IsReportedThroughAGlobalUsing() => RuleTest<PackageNamed>.Verify(
        Package, Migration("private string Made() => 5.{|TM0115:ToJson|}();").Replace("using Acme.Json;", ""), "global using Acme.Json;");

    [Test]
    public Task IsReportedOfAPackageThatOnlyLooksLikeTheBaseClassLibrary() => RuleTest<PackageNamed>.Verify(
        RuleReferences.Package("System.Reactive", "namespace System.Reactive; public class Unit;"), "using System.Reactive;\n" + Migration("private {|TM0115:Unit|}? _unit;").Replace("using Acme.Json;", ""));

    [TestCase("private string Made() => System.Convert.ToString(5, System.Globalization.CultureInfo.InvariantCulture);")]
    [TestCase("private string Made() => System.Text.Json.JsonSerializer.Serialize(5);")]
    [TestCase("private LiteDB.BsonValue? _value;\n    private TypedMigrations.Field? _field;")]
    [TestCase("private Microsoft.Win32.RegistryKey? _key;")]
    public Task IsNotSaidOf(string member) => RuleTest<PackageNamed>.Verify(Package, Migration(member));

    [Test]
    public Task IsNotSaidOfLiveCode() => RuleTest<PackageNamed>.Verify(
        Package, Migration("private Service? _service;"), "using Acme.Json;\n\nnamespace Accounts;\n\npublic sealed class Service\n{\n    public string Made() => 5.ToJson();\n}");

    private static string Migration(string member) => $$"""
        using Acme.Json;

        namespace Accounts.M20201027_Roles;

        public sealed class Roles : TypedMigrations.Migration
        {
            {{member}}
        }
        """;
}
