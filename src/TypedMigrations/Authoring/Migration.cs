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

    /// <summary>Says how to take the migration back, from its own constants to those of the migration before. Optional: a migration without one cannot be taken back.</summary>
    /// <param name="down">Collects the steps. Nothing runs while they are collected.</param>
    /// <remarks>
    /// The roles are changed: old fields and tables are this migration's, new ones are those of <c>Old</c>. All rules hold
    /// as for <see cref="Up"/>, so that an override without a step means that the constants say it all. What seeds inserted stays unless its
    /// table is dropped. It counts for the fingerprint: one that is added to an applied migration edits it.
    /// </remarks>
    public virtual void Down(Steps down)
    {
    }
}
