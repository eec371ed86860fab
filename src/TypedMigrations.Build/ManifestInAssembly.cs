using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TypedMigrations.Build;

/// <summary>The manifest of a built assembly, read without loading the assembly.</summary>
internal static class ManifestInAssembly
{
    private const int Version = 3;

    /// <summary>The migrations that an assembly lists; empty where it has no manifest.</summary>
    /// <exception cref="InvalidDataException">The manifest is of a version that this build does not know.</exception>
    public static IReadOnlyList<BuiltMigration> Read(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        var manifest = metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute).Where(attribute => IsManifest(metadata, attribute)).ToList();

        return [.. manifest.SelectMany(attribute => Lines(metadata.GetBlobReader(attribute.Value))).Select(BuiltMigration.Parse)];
    }

    private static bool IsManifest(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return false;

        var constructor = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        return constructor.Parent.Kind == HandleKind.TypeReference
            && metadata.GetTypeReference((TypeReferenceHandle)constructor.Parent) is var type
            && metadata.GetString(type.Name) == "MigrationManifestAttribute"
            && metadata.GetString(type.Namespace) == "TypedMigrations";
    }

    // ECMA-335, II.23.3: a prolog of two bytes, the version, the number of strings, the strings.
    private static IEnumerable<string> Lines(BlobReader value)
    {
        value.ReadUInt16();
        var version = value.ReadInt32();
        if (version != Version)
            throw new InvalidDataException($"The manifest has version {version}; this package knows version {Version}.");

        var lines = new string[value.ReadInt32()];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = value.ReadSerializedString() ?? "";
        return lines;
    }
}
