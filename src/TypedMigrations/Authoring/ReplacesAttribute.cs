namespace TypedMigrations;

/// <summary>Marks a squash: the new first migration of its module, which stands for older ones, so that their folders can go.</summary>
/// <remarks>
/// A database that ran all of them has the squash too: nothing is done to it. A new one gets the squash alone. One that ran only some of them is refused with
/// TM1301. A squash has the namespace of the last migration that it replaces, whose id is then the last of the list, so that what comes after it stays as it is;
/// where nothing comes after it, it may have a later one. Several attributes name several histories, each of which is enough: where an earlier squash is among what is replaced,
/// some databases ran that squash, and others what it stood for.
/// </remarks>
/// <example>
/// <code>
/// namespace Accounts.M20201022_Second;
///
/// [Replaces("20201006_First", "20201022_Second")]
/// public sealed class Second : Migration;
/// </code>
/// </example>
/// <param name="first">The id of the oldest migration that is replaced: stamp and name, such as <c>20201006_First</c>.</param>
/// <param name="later">The ids of the others, oldest first, all of the squash's own module.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReplacesAttribute(string first, params string[] later) : Attribute
{
    /// <summary>The ids of the migrations that are replaced, oldest first.</summary>
    public IReadOnlyList<string> Ids { get; } = [first, .. later];
}
