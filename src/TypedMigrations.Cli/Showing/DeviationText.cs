using TypedMigrations.Cli.Answers;
using TypedMigrations.Schemas;

namespace TypedMigrations.Cli.Showing;

/// <summary>Shows to a person where a database differs from constants.</summary>
internal static class DeviationText
{
    public static void Show(IEnumerable<DeviationAnswer> deviations, Screen screen)
    {
        foreach (var group in deviations.GroupBy(deviation => deviation.Severity))
        {
            screen.Line(group.Key switch { DeviationSeverity.Misfit => "drift", DeviationSeverity.Kept => "odd old data, kept", _ => "undeclared, passed through" }, group.Key == DeviationSeverity.Misfit ? Tone.Bad : Tone.Odd);
            foreach (var deviation in group)
                screen.Line("  " + deviation.Text, Tone.Plain);
        }
    }
}
