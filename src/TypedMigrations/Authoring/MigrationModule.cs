namespace TypedMigrations;

/// <summary>A part of an application that owns tables and their migrations.</summary>
/// <remarks>
/// Its migrations are those of its assembly whose namespace is the module's own or lies below it. Two modules never
/// own the same table.
/// </remarks>
public abstract class MigrationModule
{
    /// <summary>The name that plans, journal and messages show: the class name without <c>Module</c>, unless overridden.</summary>
    /// <remarks>The journal holds it: a renamed class keeps its history only if the name stays.</remarks>
    public virtual string Name
    {
        get
        {
            var name = GetType().Name;
            return name.EndsWith("Module", StringComparison.Ordinal) && name.Length > 6 ? name[..^6] : name;
        }
    }
}
