using TypedMigrations.Planning;

namespace TypedMigrations;

/// <summary>The verbs of a migration. Each adds a step to a list that can be shown and checked before anything runs.</summary>
/// <remarks>
/// Every step reads the state before its migration, so that their order does not matter. What a record does not declare
/// passes through untouched. A value that is missing stays missing and null stays null, unless a fill says otherwise. A verb
/// takes the old first, then the new, then the function.
/// </remarks>
public sealed partial class Steps
{
    private readonly List<Step> _list = [];

    internal Steps()
    {
    }

    internal IReadOnlyList<Step> List => _list;

    /// <summary>Adds a step of a store. The store's package has the verbs that call this.</summary>
    public void Add(StoreStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _list.Add(step);
    }

    private void Add(Step step) => _list.Add(step);

    private Misfits<TValue> AddWithMisfits<TValue>(FieldStep step)
    {
        _list.Add(step);
        return new Misfits<TValue>(rule => _list[_list.IndexOf(step)] = step with { Misfits = rule });
    }
}
