using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>Where code comes from.</summary>
internal enum OriginKind
{
    /// <summary>The project that is compiled.</summary>
    OwnProject,

    /// <summary>Another project of the application.</summary>
    OtherProject,

    /// <summary>A package of someone else.</summary>
    Package,

    /// <summary>The base class library, this library, or a store that it knows.</summary>
    Lasting,
}

/// <summary>Tells where an assembly comes from.</summary>
internal static class Origin
{
    // Microsoft signs the base class library with these keys, and some packages too: the name decides then.
    private static readonly string[] Keys = ["b77a5c561934e089", "b03f5f7f11d50a3a", "7cec85d7bea7798e", "cc7b13ffcd2ddd51", "31bf3856ad364e35"];
    private static readonly string[] Names = ["mscorlib", "netstandard", "System", "WindowsBase", "Microsoft.CSharp", "Microsoft.VisualBasic"];
    private static readonly string[] Families = ["System.", "Microsoft.Win32.", "Microsoft.VisualBasic."];

    public static OriginKind Of(IAssemblySymbol assembly, Compilation compilation)
    {
        if (SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
            return OriginKind.OwnProject;
        if (IsLibrary(assembly.Name) || assembly.Name == "LiteDB" || IsBaseClassLibrary(assembly.Identity))
            return OriginKind.Lasting;
        return IsProject(compilation.GetMetadataReference(assembly)) ? OriginKind.OtherProject : OriginKind.Package;
    }

    private static bool IsLibrary(string name) => name is "TypedMigrations" or "TypedMigrations.LiteDb";

    private static bool IsBaseClassLibrary(AssemblyIdentity identity) =>
        (Names.Contains(identity.Name) || Families.Any(family => identity.Name.StartsWith(family, StringComparison.Ordinal)))
        && Keys.Contains(string.Concat(identity.PublicKeyToken.Select(part => part.ToString("x2"))));

    /// <summary>The editor refers to projects as such. A build refers to what they built, below a folder of that name; packages lie in a cache without one.</summary>
    private static bool IsProject(MetadataReference? reference) => reference switch
    {
        CompilationReference => true,
        PortableExecutableReference { FilePath: { } path } => path.Split('/', '\\').Any(folder => folder is "obj" or "bin"),
        _ => false,
    };
}
