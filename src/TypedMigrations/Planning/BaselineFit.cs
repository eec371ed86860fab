using TypedMigrations.Schemas;

namespace TypedMigrations.Planning;

/// <summary>A migration with the tables after it.</summary>
internal sealed record BaselineVersion(MigrationId Id, IReadOnlyList<TableSchema> Tables);

/// <summary>Finds the migration of a module whose constants a database fits best: a pure function of both.</summary>
internal static class BaselineFit
{
    /// <param name="module">The module.</param>
    /// <param name="versions">Its migrations in run order.</param>
    /// <param name="real">What was counted beside each of them; the last stands for all further ones.</param>
    public static ModuleBaseline Find(string module, IReadOnlyList<BaselineVersion> versions, IReadOnlyList<RealSchema> real)
    {
        var known = new KnownNames(versions);
        var candidates = versions.Select((version, i) => CandidateOf(version.Id, version.Tables, known.Within(real[i]), known))
            .Prepend(CandidateOf(id: null, [], known.Within(real[0]), known)).ToList();

        var fitting = candidates.Where(candidate => candidate.Fits).ToList();
        var best = fitting.MinBy(candidate => RankOf(candidate, candidates));
        var ties = best is null ? [] : fitting.Where(candidate => candidate != best && CountsOf(candidate) == CountsOf(best)).ToList();
        return new ModuleBaseline(module, candidates, best, [.. BaselineWords.Why(module, candidates, best, ties)]) { Tables = known.Tables };
    }

    private static BaselineCandidate CandidateOf(MigrationId? id, IReadOnlyList<TableSchema> tables, RealSchema real, KnownNames known)
    {
        var difference = SchemaDifference.Between(new Schema(tables), real);
        var evidence = (id is null ? [] : Contradictions(real)).Concat(difference.Deviations.Select(deviation => EvidenceOf(deviation, real, known)).OfType<BaselineEvidence>()).Concat(NeverSeen(tables, real));
        return new BaselineCandidate(id, [.. evidence.OrderBy(found => found.Kind)], difference);
    }

    /// <summary>By the rule of adoption: odd values of many years are kept, but where most are of another type, it is the constants that are of another time.</summary>
    private static IEnumerable<BaselineEvidence> Contradictions(RealSchema real)
    {
        foreach (var field in real.Tables.SelectMany(table => table.Misfits).GroupBy(misfit => (misfit.Field, IsAbsent: misfit.Found is null)))
        {
            if (field.Sum(misfit => misfit.Documents) < field.First().Fitting)
                continue;
            foreach (var misfit in field)
                yield return new BaselineEvidence(BaselineEvidenceKind.Contradiction, BaselineWords.Of(misfit));
        }
    }

    private static BaselineEvidence? EvidenceOf(SchemaDeviation deviation, RealSchema real, KnownNames known) => deviation.Kind switch
    {
        DeviationKind.UndeclaredTable or DeviationKind.UndeclaredField or DeviationKind.UndeclaredIndex when known.OwnersOf(deviation) is { Count: > 0 } owners =>
            new BaselineEvidence(BaselineEvidenceKind.Foreign, $"{deviation.Text}, which {BaselineWords.Names(owners)} {(owners.Count == 1 ? "declares" : "declare")}"),
        DeviationKind.MissingTable or DeviationKind.MissingIndex or DeviationKind.OtherIndex => new BaselineEvidence(BaselineEvidenceKind.Missing, deviation.Text),
        _ => null,
    };

    /// <summary>The optional fields that no document has, in tables and nested records that are used.</summary>
    private static IEnumerable<BaselineEvidence> NeverSeen(IReadOnlyList<TableSchema> tables, RealSchema real) =>
        from table in tables
        let found = real.TryFind(table.Name)
        where found is { Documents: > 0 }
        from field in table.AllFields
        where !field.IsRequired && found.TryFind(field.Path) is null && (field.ContainerPath.Length == 0 || found.TryFind(field.ContainerPath) is not null)
        select new BaselineEvidence(BaselineEvidenceKind.Missing, $"{field.Declaration} is in no document");

    /// <summary>The fewer grave things speak against a candidate the better; where none tells, the newer.</summary>
    private static (int, int, int) RankOf(BaselineCandidate candidate, List<BaselineCandidate> all)
    {
        var (foreign, missing) = CountsOf(candidate);
        return (foreign, missing, -all.IndexOf(candidate));
    }

    private static (int Foreign, int Missing) CountsOf(BaselineCandidate candidate) =>
        (candidate.Evidence.Count(found => found.Kind == BaselineEvidenceKind.Foreign), candidate.Evidence.Count(found => found.Kind == BaselineEvidenceKind.Missing));
}
