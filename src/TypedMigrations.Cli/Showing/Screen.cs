using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using TypedMigrations.Cli.Answers;

namespace TypedMigrations.Cli.Showing;

/// <summary>What a person sees: answers on standard output; notes, progress, questions and errors on standard error.</summary>
/// <remarks>Colors and width are those of the terminal; redirected, or with <c>NO_COLOR</c>, there are no colors, and text that is no table is not broken into lines.</remarks>
internal sealed class Screen
{
    private const int PlainWidth = 80;
    private const int NarrowestTable = 40;
    private const int WidestTable = 120;

    private readonly Surroundings _surroundings;
    private readonly bool _errorHasColors;

    public Screen(Surroundings surroundings, Loudness loudness)
    {
        _surroundings = surroundings;
        Loudness = loudness;
        OutputHasColors = surroundings.OutputIsTerminal && ColorsAreWanted(surroundings);
        _errorHasColors = surroundings.ErrorIsTerminal && ColorsAreWanted(surroundings);
    }

    public Loudness Loudness { get; }

    public bool OutputHasColors { get; }

    /// <summary>Whether progress may be drawn over and over in one place.</summary>
    public bool CanRedraw => _surroundings.ErrorIsTerminal && Loudness != Loudness.Quiet;

    /// <summary>A line of the answer, as it is.</summary>
    public void Line(string text = "") => _surroundings.Output.WriteLine(text);

    /// <summary>A line of the answer in a color, where there are colors. On a terminal it is broken at blanks where it is too wide, and goes on below its first word.</summary>
    public void Line(string text, Tone tone)
    {
        foreach (var line in _surroundings.OutputIsTerminal ? Wrapping.Lines(text, WidthOfTerminal) : [text])
            _surroundings.Output.WriteLine(Colored(line, tone, OutputHasColors));
    }

    /// <summary>What went wrong although the work is done, a line each.</summary>
    public void Warnings(IWithWarnings answer)
    {
        foreach (var warning in answer.Warnings)
            Line("Warning: " + warning, Tone.Odd);
    }

    /// <summary>A table of the answer. Cells are plain text, broken into lines where they are too wide.</summary>
    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.None).HideFooters();
        var list = rows.ToList();
        foreach (var (header, i) in headers.Select((header, i) => (header, i)))
        {
            var column = new TableColumn(new Text(header, new Style(decoration: Decoration.Underline))).PadLeft(0).PadRight(i == headers.Count - 1 ? 0 : 2);
            table.AddColumn(list.Exists(row => row[i].IsNumber) ? column.RightAligned() : column);
        }

        foreach (var row in list)
            table.AddRow(row.Select(cell => new Text(cell.Text, StyleOf(cell.Tone))));
        var text = new StringWriter();
        ConsoleOn(text, _surroundings.OutputIsTerminal, OutputHasColors).Write(table);
        // Cells are padded to their column's width: where there are no colors, spaces at the end of a line are of no use.
        foreach (var line in text.ToString().TrimEnd('\r', '\n').Split('\n'))
            Line(line.TrimEnd());
    }

    /// <summary>A remark beside the answer.</summary>
    public void Note(string text)
    {
        if (Loudness != Loudness.Quiet)
            Tell(OnErrorTerminal(text) + Environment.NewLine);
    }

    /// <summary>Draws a line over the one before, on a terminal only.</summary>
    /// <param name="what">What is done; cut where the line is too long for the terminal.</param>
    /// <param name="how">How far it is; never cut.</param>
    public void Redraw(string what, string how = "")
    {
        var room = Math.Max(WidthOfTerminal - 1 - how.Length, 1);
        Tell($"\r\e[K{(what.Length > room ? what[..(room - 1)] + "…" : what)}{how}");
    }

    /// <summary>A remark for those who want to know more, with the seconds since the process started.</summary>
    public void Detail(string text)
    {
        if (Loudness != Loudness.Verbose)
            return;
        var elapsed = DateTime.Now - Process.GetCurrentProcess().StartTime;
        Tell(Colored(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds,6:0.000} s  {text}"), Tone.Faint, _errorHasColors) + Environment.NewLine);
    }

    /// <summary>What went wrong, the code in a color. On a terminal it is broken at blanks where it is too wide.</summary>
    public void Error(string text) => Tell((_errorHasColors ? ColorCodes(OnErrorTerminal(text)) : OnErrorTerminal(text)) + Environment.NewLine);

    /// <summary>Asks a person. Anything but yes is no.</summary>
    public async Task<bool> AskAsync(string question, CancellationToken cancellation)
    {
        Tell(OnErrorTerminal($"{question} Go on? [y/N]") + " ");
        // Reading from a terminal cannot be cancelled: it is left to a thread that nobody waits for then.
        var typed = await Task.Run(_surroundings.Input.ReadLine, CancellationToken.None).WaitAsync(cancellation).ConfigureAwait(false);
        return typed?.Trim() is { Length: > 0 } answer && (answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase));
    }

    private void Tell(string text)
    {
        try
        {
            _surroundings.Error.Write(text);
            _surroundings.Error.Flush();
        }
        catch (IOException)
        {
            // The terminal was closed, or the disk is full: no run fails for want of a listener.
        }
    }

    private int WidthOfTerminal => Math.Clamp(_surroundings.TerminalWidth(), NarrowestTable, WidestTable);

    private string OnErrorTerminal(string text) => _surroundings.ErrorIsTerminal ? string.Join('\n', Wrapping.Lines(text, WidthOfTerminal)) : text;

    private static bool ColorsAreWanted(Surroundings surroundings) =>
        !(surroundings.Environment.TryGetValue("NO_COLOR", out var noColor) && noColor.Length > 0) && surroundings.Environment.GetValueOrDefault("TERM") != "dumb";

    private IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal, bool hasColors)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = isTerminal ? WidthOfTerminal : PlainWidth;
        return console;
    }

    private static string ColorCodes(string text) => string.Join('\n', text.Split('\n').Select(line =>
        line.StartsWith("TM", StringComparison.Ordinal) && line.IndexOf(':', StringComparison.Ordinal) is > 0 and < 8 and var colon ? Colored(line[..colon], Tone.Bad, hasColors: true) + line[colon..] : line));

    private static string Colored(string text, Tone tone, bool hasColors)
    {
        var code = tone switch { Tone.Good => 32, Tone.Odd => 33, Tone.Bad => 31, Tone.Faint => 90, _ => 0 };
        return hasColors && code != 0 ? string.Create(CultureInfo.InvariantCulture, $"\e[{code}m{text}\e[0m") : text;
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Good => new Style(Color.Green),
        Tone.Odd => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red),
        Tone.Faint => new Style(Color.Grey),
        _ => Style.Plain,
    };
}

/// <summary>What a color stands for.</summary>
internal enum Tone
{
    /// <summary>As text is.</summary>
    Plain,

    /// <summary>Done, in order.</summary>
    Good,

    /// <summary>Pending, or to be looked at.</summary>
    Odd,

    /// <summary>Wrong, or loses data.</summary>
    Bad,

    /// <summary>Less important.</summary>
    Faint,
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">What stands there.</param>
/// <param name="Tone">Its color.</param>
/// <param name="IsNumber">Whether it is aligned to the right.</param>
internal readonly record struct Cell(string Text, Tone Tone = Tone.Plain, bool IsNumber = false)
{
    public static implicit operator Cell(string? text) => new(text ?? "");

    /// <summary>A number as people read it: 1,204.</summary>
    public static Cell Number(long number) => new(number.ToString("N0", CultureInfo.InvariantCulture), IsNumber: true);
}
