using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMigrations.Analyzers.Tests;

/// <summary>A stand-in for the core library: the types that the generator speaks of, and what reads documents.</summary>
internal static class Library
{
    public const string Source = """
        #nullable enable
        using System;

        namespace TypedMigrations;

        public abstract class Migration;

        [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
        public sealed class DependsOnAttribute<TMigration> : Attribute
            where TMigration : Migration;

        [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
        public sealed class ReplacesAttribute(string first, params string[] later) : Attribute
        {
            public int Count => later.Length + first.Length;
        }

        [AttributeUsage(AttributeTargets.Assembly)]
        public sealed class MigrationManifestAttribute(int version, params string[] migrations) : Attribute
        {
            public int Version => version;

            public string[] Migrations => migrations;
        }

        [AttributeUsage(AttributeTargets.Assembly)]
        public sealed class MigrationDigestAttribute(string digest) : Attribute
        {
            public string Digest => digest;
        }

        public abstract class MigrationModule;

        public sealed class Table<TRecord>;

        public sealed class Field<TRecord, TValue>;

        public sealed class StateBefore
        {
            public TRecord? Find<TRecord, TValue>(Field<TRecord, TValue> field, TValue value) where TRecord : class => null;

            public System.Collections.Generic.IEnumerable<TRecord> FindAll<TRecord, TValue>(Field<TRecord, TValue> field, TValue value) where TRecord : class => [];
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
