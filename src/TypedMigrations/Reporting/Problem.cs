using System.Text;

namespace TypedMigrations;

/// <summary>One thing that stands in the way of a run: what it is, the facts, and what to do next.</summary>
public sealed class Problem
{
    /// <summary>Makes a problem.</summary>
    /// <param name="code">Its code, one of <see cref="ErrorCode"/>.</param>
    /// <param name="what">What is wrong, in one sentence that names the offender.</param>
    /// <param name="nextStep">What to do or to write.</param>
    /// <param name="facts">What was found, each with a short label.</param>
    public Problem(string code, string what, string nextStep, params IEnumerable<(string Label, string Value)> facts)
    {
        Code = code;
        What = what;
        NextStep = nextStep;
        Facts = [.. facts];
    }

    /// <summary>The code, such as <c>TM1004</c>. Each has a page in <c>docs/errors.md</c>.</summary>
    public string Code { get; }

    /// <summary>What is wrong, in one sentence that names the offender.</summary>
    public string What { get; }

    /// <summary>What to do or to write.</summary>
    public string NextStep { get; }

    /// <summary>What was found, each with a short label.</summary>
    public IReadOnlyList<(string Label, string Value)> Facts { get; }

    /// <summary>The problem as users read it: code and what, a line for each fact, the next step.</summary>
    public override string ToString() => ToString(databaseState: null);

    internal string ToString(string? databaseState)
    {
        var facts = databaseState is null ? Facts : [.. Facts, ("database", databaseState)];
        var width = facts.Count == 0 ? 0 : facts.Max(fact => fact.Label.Length) + 2;
        var text = new StringBuilder().Append(Code).Append(": ").Append(What).Append('\n');
        foreach (var (label, value) in facts)
        {
            var indent = "\n" + new string(' ', width + 2);
            text.Append("  ").Append(label.PadRight(width)).Append(value.Replace("\n", indent, StringComparison.Ordinal)).Append('\n');
        }

        return text.Append(NextStep).ToString();
    }
}
