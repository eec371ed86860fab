using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Accounting;

/// <summary>A difference between the constants of two migrations that no step accounts for.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Subject">The table or field, as the database names it: <c>accounts.role_id</c>.</param>
/// <param name="Line">The line of <c>Up</c> that accounts for it, ready to be compiled.</param>
/// <param name="Facts">What else the message says.</param>
internal sealed record Gap(GapKind Kind, string Subject, string Line, string Facts = "");

internal enum GapKind
{
    TableVanishes,
    FieldVanishes,
    NewFieldUnfilled,
    OptionalFieldUnfilled,
    TypeChanges,
}
