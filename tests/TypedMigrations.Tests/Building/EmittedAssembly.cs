using System.Reflection;
using System.Reflection.Emit;
using TypedMigrations.Discovering;

namespace TypedMigrations.Tests.Building;

/// <summary>An assembly as no compiler with our generator would write it.</summary>
internal static class EmittedAssembly
{
    /// <summary>Makes a module <c>Emitted.Accounts.AccountsModule</c> in an assembly with migration classes and a manifest, or without one.</summary>
    public static MigrationModule Module(string[]? manifest, params string[] migrations) => Module(ManifestLine.Version, manifest, migrations);

    public static MigrationModule Module(int version, string[]? manifest, params string[] migrations)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Emitted"), AssemblyBuilderAccess.Run);
        if (manifest is not null)
        {
            var constructor = typeof(MigrationManifestAttribute).GetConstructors().Single();
            assembly.SetCustomAttribute(new CustomAttributeBuilder(constructor, [version, manifest]));
        }

        var types = assembly.DefineDynamicModule("Emitted");
        foreach (var migration in migrations)
            Define(types, migration, typeof(Migration));
        return (MigrationModule)Activator.CreateInstance(Define(types, "Emitted.Accounts.AccountsModule", typeof(MigrationModule)))!;
    }

    private static Type Define(ModuleBuilder types, string name, Type baseType)
    {
        var type = types.DefineType(name, TypeAttributes.Public | TypeAttributes.Class, baseType);
        type.DefineDefaultConstructor(MethodAttributes.Public);
        return type.CreateType();
    }
}
