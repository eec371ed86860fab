using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Planning;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>The documents that did not fit one step. Values are not shown: they may be secrets.</summary>
internal sealed class StepFailures
{
    private const int KeysShown = 5;

    private readonly SortedDictionary<string, Group> _groups = new(StringComparer.Ordinal);

    public bool Any => _groups.Count > 0;

    /// <summary>The exception of the author's function on the first of the documents; null where none threw.</summary>
    public Exception? Cause => _groups.GetValueOrDefault(ErrorCode.StepThrew)?.Exception;

    public void Add(DocumentPlace place, string? field, string code, Exception exception)
    {
        if (!_groups.TryGetValue(code, out var group))
            _groups[code] = group = new Group(place.Table, field, exception);
        if (group.Last == place.Key)
            return;

        group.Last = place.Key;
        group.Count++;
        if (group.Keys.Count < KeysShown)
            group.Keys.Add((StepFailure.KeyText(place.Key), code == ErrorCode.StepThrew ? $"{exception.GetType().Name}: {exception.Message}" : exception.Message));
    }

    public IEnumerable<Problem> Problems(Step step) => _groups.Select(pair => pair.Key switch
    {
        ErrorCode.StepThrew => pair.Value.ToProblem(pair.Key, step, "A function of a step threw on a document of table {0}.", "A function of a step threw on {1} documents of table {0}.",
            "Correct the function so that it takes every value that old data has" + Choice(step), "threw"),
        ErrorCode.FieldExists => pair.Value.ToProblem(pair.Key, step, $"The step '{step.Words}' would overwrite a field that a document of table {{0}} already has.", $"The step '{step.Words}' would overwrite a field that {{1}} documents of table {{0}} already have.",
            $"Choose another name than {pair.Value.Exception.Message}, or move the documents' own field out of the way first.", found: null),
        ErrorCode.DanglingReference when pair.Value.Exception is DanglingReferenceException dangling => pair.Value.ToProblem(
            pair.Key, step, $"A document of table {{0}} refers to no document of table {dangling.Table}.", $"{{1}} documents of table {{0}} refer to no document of table {dangling.Table}.",
            $"Correct the references with the program version that wrote them, or keep them as they are: {dangling.KeepLine}", found: null),
        _ => pair.Value.ToProblem(pair.Key, step, "A value of table {0} does not fit the declared type.", "Values of {1} documents of table {0} do not fit the declared type.",
            "Correct the document with the program version that wrote it, or declare the type that the data has" + Choice(step), "found"),
    });

    /// <summary>What else the author may choose, where the step lets him.</summary>
    private static string Choice(Step step) => step is (ConvertFields or UnwrapField or ParseJsonField or WriteJsonField or FillField { From: not null }) and FieldStep { Misfits.Convert: null }
        ? "; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits()."
        : ".";

    private sealed class Group(string table, string? field, Exception exception)
    {
        public Exception Exception { get; } = exception;

        public BsonValue? Last { get; set; }

        public long Count { get; set; }

        public List<(string Key, string Found)> Keys { get; } = [];

        public Problem ToProblem(string code, Step step, string one, string many, string nextStep, string? found)
        {
            var what = string.Format(System.Globalization.CultureInfo.InvariantCulture, Count == 1 ? one : many, table, Count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
            return new Problem(code, what, nextStep, [("step", step.Words), .. Count == 1 ? Single(found) : Several(found)]);
        }

        private IEnumerable<(string Label, string Value)> Single(string? found)
        {
            yield return ("document", Keys[0].Key);
            if (field is not null)
                yield return ("field", field);
            if (found is not null)
                yield return (found, Keys[0].Found);
        }

        private IEnumerable<(string Label, string Value)> Several(string? found)
        {
            if (field is not null)
                yield return ("field", field);
            foreach (var (key, message) in Keys)
                yield return ("document", found is null ? key : $"{key}: {message}");
            if (Count > Keys.Count)
                yield return ("and", $"{Count - Keys.Count:N0} more {(Count - Keys.Count == 1 ? "document" : "documents")}");
        }
    }
}
