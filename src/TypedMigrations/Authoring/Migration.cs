namespace TypedMigrations;

/// <summary>One step in a module's history: it takes the database from the previous migration's constants to its own.</summary>
/// <remarks>
/// A migration lives in a namespace <c>M20201027_ManyRoles</c> (date, read as 00:00:00) or <c>M20201027153000_ManyRoles</c>
/// (date and time), UTC, together with its own constants, records and seeds. It needs a public parameterless constructor.
/// What the constants already say is derived from them: new tables, new, changed and removed indexes. <see cref="Up"/>
/// holds the rest.
/// </remarks>
public abstract class Migration
{
    /// <summary>Says what the constants cannot: renames, conversions, drops, fills and derived documents.</summary>
    /// <param name="up">Collects the steps. Nothing runs while they are collected.</param>
    public virtual void Up(Steps up)
    {
    }
}
