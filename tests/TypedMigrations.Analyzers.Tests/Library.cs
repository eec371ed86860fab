using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMigrations.Analyzers.Tests;

/// <summary>A stand-in for the core library: the three types that the generator speaks of.</summary>
internal static class Library
{
    public const string Source = """
        using System;

        namespace TypedMigrations;

        public abstract class Migration;

        [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
        public sealed class DependsOnAttribute<TMigration> : Attribute
            where TMigration : Migration;

        [AttributeUsage(AttributeTargets.Assembly)]
        public sealed class MigrationManifestAttribute(int version, params string[] migrations) : Attribute
        {
            public int Version => version;

            public string[] Migrations => migrations;
        }
        """;

    public static MetadataReference Reference { get; } = Compile("TypedMigrations", Source, "[assembly: System.CLSCompliant(true)]");

    public static MetadataReference Compile(string name, params string[] sources) =>
        CSharpCompilation
            .Create(
                name,
                sources.Select(source => CSharpSyntaxTree.ParseText(source)),
                Net100.References.All,
                new(OutputKind.DynamicallyLinkedLibrary))
            .ToMetadataReference();
}
