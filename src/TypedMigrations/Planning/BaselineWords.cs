using System.Globalization;
using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>Says why a module is taken to be where it is.</summary>
internal static class BaselineWords
{
    private const int NamesShown = 3;

    public static string Of(RealMisfit misfit)
    {
        var what = misfit.Found is null ? "missing or null, though required," : $"{misfit.Found} instead of {misfit.Field.Type}";
        return string.Create(CultureInfo.InvariantCulture,
            $"{misfit.Field.Declaration}: {what} in {misfit.Documents:N0} {(misfit.Documents == 1 ? "document" : "documents")}, such as {string.Join(", ", misfit.Keys)}; it fits in {misfit.Fitting:N0}");
    }

    /// <summary>Such as <c>20201027_ManyRoles</c>, or the first and the last of many.</summary>
    public static string Names(IReadOnlyList<MigrationId> ids) =>
        ids.Count <= NamesShown ? string.Join(", ", ids.Select(id => id.Text)) : string.Create(CultureInfo.InvariantCulture, $"{ids.Count} migrations from {ids[0].Text} to {ids[^1].Text}");

    public static IEnumerable<string> Why(string module, IReadOnlyList<BaselineCandidate> candidates, BaselineCandidate? best, IReadOnlyList<BaselineCandidate> ties)
    {
        if (best is null)
        {
            yield return $"The database fits no migration of module {module}.";
            yield break;
        }

        yield return best.Id is null ? $"None of the tables of module {module} is there."
            : best.Evidence.Count == 0 ? $"Everything that {best.Name} declares is there, and nothing that only other migrations declare."
            : $"Least speaks against {best.Name}: {First(best)}.";
        if (ties.Count > 0)
            yield return $"Nothing in the database tells it from {string.Join(", ", ties.Select(tie => tie.Name))}: the newest is taken.";

        var place = IndexOf(candidates, best);
        if (candidates.Skip(place + 1).FirstOrDefault(candidate => !ties.Contains(candidate)) is { } next)
            yield return $"It does not seem to be at {next.Name} yet: {First(next)}.";
        if (candidates.Take(place).LastOrDefault(candidate => !ties.Contains(candidate)) is { Id: not null } previous)
            yield return $"It seems to be past {previous.Name}: {First(previous)}.";
    }

    private static string First(BaselineCandidate candidate) => candidate.Evidence[0].Text
        + (candidate.Evidence.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {candidate.Evidence.Count - 1:N0} more"));

    private static int IndexOf(IReadOnlyList<BaselineCandidate> candidates, BaselineCandidate candidate) => candidates.TakeWhile(other => other != candidate).Count();
}
