using TypedMigrations.Cli.Answers;

namespace TypedMigrations.Cli.Showing;

/// <summary>Shows a problem of an answer as every message shows it.</summary>
internal static class ProblemText
{
    public static string Of(ProblemAnswer problem) => new Problem(problem.Code, problem.What, problem.NextStep, problem.Facts.Select(fact => (fact.Label, fact.Value))).ToString();
}
