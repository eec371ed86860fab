using System.Collections.Generic;
using System.Linq;

namespace TypedMigrations.Freezing;

/// <summary>A frozen migration.</summary>
/// <param name="Id">Stamp and name: <c>20201027_ManyRoles</c>.</param>
/// <param name="Parent">The hash of the migration before it; <see cref="Ledger.NoParent"/> for the first.</param>
/// <param name="Hash">Its own hash: the fingerprint of journal and plan.</param>
/// <param name="Row">Where it stands in the file, counted from 0.</param>
internal sealed record LedgerLine(string Id, string Parent, string Hash, int Row)
{
    /// <summary>Whether it freezes a migration of the code.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="replaces">The ids that it replaces; empty where it is no squash.</param>
    /// <remarks>A squash may have the id of the last migration that it replaces, whose line stays. It is a first migration, and the other one was not.</remarks>
    public bool Freezes(string id, IReadOnlyList<string> replaces) => Id == id && (Parent == Ledger.NoParent || !replaces.Contains(id));
}
