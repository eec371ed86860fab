using System.Diagnostics;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows;
using TypedMigrations.Torture.Running;

// The same program is the torturer and the tortured.
if (args is ["child", .. var words])
    return await ChildProgram.RunAsync(words);

var arguments = TortureArguments.Parse(args);
var rows = AllRows.Named(arguments.Rows);
Console.WriteLine($"Seed {arguments.Seed}. {rows.Count} rows, {arguments.Time.TotalMinutes:0.#} minutes.");
var started = Stopwatch.GetTimestamp();
try
{
    var results = await new Torture(rows, arguments, Console.WriteLine).RunAsync();
    var summary = Summary.Of(results, arguments.Seed, Stopwatch.GetElapsedTime(started));
    Console.WriteLine();
    Console.WriteLine(summary);
    if (arguments.Markdown is { } path)
        File.WriteAllText(path, summary);
    return results.Any(result => result.Failures.Count > 0) ? 1 : 0;
}
finally
{
    await Server.EndAllAsync();
    Ground.DeleteAll();
}
