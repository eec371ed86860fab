using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Counts what each step did in one migration, and which documents did not fit it: they are told all at once.</summary>
internal sealed class MisfitLog
{
    private readonly Dictionary<Step, Tally> _tallies = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a document did not fit a step that neither keeps nor converts such ones. The run goes on looking, but writes no more.</summary>
    public bool HasFailed { get; private set; }

    public void Touched(Step step) => Of(step).Documents++;

    public void Touched(Step step, long documents) => Of(step).Documents += documents;

    public void Kept(Step step) => Of(step).Kept++;

    /// <summary>How many documents a step changed, moved, removed or inserted so far.</summary>
    public long TouchedBy(Step step) => Of(step).Documents;

    /// <summary>Makes a value by code that may not be able to. What it cannot is told later; only what a step keeps is no failure.</summary>
    public bool TryMake<T>(Step step, DocumentPlace place, string? field, Func<T> make, out T made)
    {
        try
        {
            made = make();
            return true;
        }
        catch (Exception exception) when (exception is not (MigrationException or OperationCanceledException))
        {
            made = default!;
            Add(step, place, field, exception);
            return false;
        }
    }

    /// <summary>Notes a document that does not fit a step. Says whether its value is to be kept.</summary>
    public bool Add(Step step, DocumentPlace place, string? field, Exception exception)
    {
        var tally = Of(step);
        if (step is FieldStep { Misfits.IsKept: true })
        {
            tally.Keep(place.Key);
            return true;
        }

        HasFailed = true;
        tally.Failures.Add(place, field, CodeOf(exception), exception);
        return false;
    }

    /// <summary>Notes a document that has a field already where a step would put one.</summary>
    public void FieldExists(Step step, DocumentPlace place, string path, string name)
    {
        HasFailed = true;
        Of(step).Failures.Add(place, path, ErrorCode.FieldExists, new ValueMisfitException(name));
    }

    /// <exception cref="MigrationException">TM4001, TM4002, TM4003, TM4012: documents did not fit; how many for each step, with the first keys.</exception>
    public void ThrowIfFailed()
    {
        if (!HasFailed)
            return;

        var failed = _tallies.Where(pair => pair.Value.Failures.Any).ToList();
        throw new MigrationException([.. failed.SelectMany(pair => pair.Value.Failures.Problems(pair.Key))], databaseState: null, failed[0].Value.Failures.Cause);
    }

    public IReadOnlyList<StepCount> Counts(IEnumerable<Step> steps) =>
        [.. steps.Where(step => _tallies.ContainsKey(step) || step is FieldStep { IsDerived: false } or RenameType).Select(step => new StepCount(step.Words, Of(step).Documents, Of(step).Kept))];

    private static string CodeOf(Exception exception) => exception switch
    {
        ValueMisfitException => ErrorCode.ValueMisfit,
        DanglingReferenceException => ErrorCode.DanglingReference,
        _ => ErrorCode.StepThrew,
    };

    private Tally Of(Step step)
    {
        if (!_tallies.TryGetValue(step, out var tally))
            _tallies[step] = tally = new Tally();
        return tally;
    }

    private sealed class Tally
    {
        private BsonValue? _lastKept;

        public long Documents { get; set; }

        public long Kept { get; set; }

        public StepFailures Failures { get; } = new();

        /// <summary>Counts a document once, however many of its elements do not fit.</summary>
        public void Keep(BsonValue key)
        {
            if (_lastKept != key)
                Kept++;
            _lastKept = key;
        }
    }
}
