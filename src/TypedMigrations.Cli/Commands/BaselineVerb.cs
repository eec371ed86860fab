using System.CommandLine;
using System.Globalization;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Operating;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Adopts a database that was there before this library: finds the migration that fits it, and records it.</summary>
internal sealed class BaselineVerb : Verb<BaselineAnswer>
{
    private const string EveryModule = "*";

    private readonly Option<string[]> _at = new("--at") { Description = "The migration that it is at: stamp, id or name; 0 for before the first. For one module: Accounts=20201006. May be given several times.", HelpName = "migration" };
    private readonly Option<string[]> _userVersion = new("--user-version") { Description = "Which migration a user version of LiteDB stands for: 3=20201006. May be given several times; or userVersions in migrations.json.", HelpName = "version=migration" };
    private readonly Option<bool> _find = new("--find") { Description = "Only show what fits, and record nothing." };

    public BaselineVerb()
        : base("baseline", "Adopt a database that was there before: find the migration whose constants fit what it really holds, show why, and record it. Nothing is applied.", "baseline --find", "baseline", "baseline --at 20201006", "baseline --user-version 3=20201006 --user-version 4=20201022")
    {
        foreach (var option in (Option[])[_at, _userVersion, _find])
            Add(option);
        _userVersion.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => TryReadVersion(token.Value) is null))
                result.AddError($"'{token.Value}' is no user version. Write a number and a migration: 3=20201006");
        });
    }

    protected override async Task<BaselineAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        if (call.Value(_find))
            return new BaselineAnswer(await @operator.FindBaselineAsync(cancellation).ConfigureAwait(false), new Dictionary<string, string>(), Run: null);

        var found = await call.LookAsync(@operator, () => @operator.FindBaselineAsync(cancellation), cancellation).ConfigureAwait(false);
        var at = ChooseAt(found, call);
        if (!found.HasJournal && found.Problems.Count == 0)
        {
            Show(found, (text, _) => call.Screen.Note(text));
            await call.ConfirmAsync($"{found.Database} would be taken to be at {string.Join(", ", at.Select(module => module.Key == EveryModule ? module.Value : $"{module.Value} of module {module.Key}"))}.", cancellation).ConfigureAwait(false);
        }

        return new BaselineAnswer(found, at, await @operator.BaselineAsync(at, cancellation).ConfigureAwait(false));
    }

    protected override void Show(BaselineAnswer answer, Screen screen)
    {
        if (answer.Run is { } run)
            RunText.Show(run, screen);
        else
            Show(answer.Found, screen.Line);
    }

    /// <summary>What was typed; else what the user version stands for; else what fits best.</summary>
    /// <exception cref="CliException">TM6013: nothing was typed, and a module fits nowhere.</exception>
    private IReadOnlyDictionary<string, string> ChooseAt(BaselinePlanAnswer found, Call call)
    {
        if (call.Value(_at) is { Length: > 0 } typed)
            return typed.Select(text => text.Split('=', 2)).ToDictionary(parts => parts.Length == 2 ? parts[0] : EveryModule, parts => parts[^1], StringComparer.OrdinalIgnoreCase);

        var versions = call.Settings.UserVersions.Concat((call.Value(_userVersion) ?? []).Select(text => TryReadVersion(text)!.Value)).GroupBy(pair => pair.Key).ToDictionary(pairs => (long)pairs.Key, pairs => pairs.Last().Value);
        if (found.UserVersion is { } version && versions.TryGetValue(version, out var migration))
        {
            call.Screen.Note(string.Create(CultureInfo.InvariantCulture, $"The user version of {found.Database} is {version}, which stands for {migration}."));
            return new Dictionary<string, string> { [EveryModule] = migration };
        }

        if (found.HasJournal || found.Modules.All(module => module.Best is not null))
            return found.Modules.ToDictionary(module => module.Module, module => module.Best ?? "0");
        throw CliException.Failed(CliErrorCode.BaselineUnknown, $"{string.Join(" and ", found.Modules.Where(module => module.Best is null).Select(module => $"Module {module.Module}"))} of {found.Database} fits no migration.",
            "See what speaks against each: dotnet migrations baseline --find. Correct the documents, or the constants of a migration that was not applied anywhere yet; or name one with --at.",
            [.. found.Modules.Where(module => module.Best is null).SelectMany(module => module.Why.Select(why => (module.Module, why)))]);
    }

    private static void Show(BaselinePlanAnswer found, Action<string, Tone> line)
    {
        if (found.HasJournal)
            line($"{found.Database} has a journal already: nothing can be adopted.", Tone.Odd);
        foreach (var module in found.Modules)
            Show(module, line);
        if (found.ForeignTables.Count > 0)
            line($"of no module: {string.Join(", ", found.ForeignTables)}", Tone.Odd);
        if (found.UserVersion is > 0 and { } version)
            line(string.Create(CultureInfo.InvariantCulture, $"user version: {version}"), Tone.Plain);
        foreach (var problem in found.Problems)
            line(ProblemText.Of(problem), Tone.Bad);
    }

    private static void Show(ModuleBaselineAnswer module, Action<string, Tone> line)
    {
        line($"module {module.Module}: {module.Best switch { null => "fits nowhere", "0" => "before its first migration", var best => best }}", module.Best is null ? Tone.Bad : Tone.Good);
        foreach (var why in module.Why)
            line("  " + why, Tone.Plain);
        foreach (var candidate in module.Candidates.Where(candidate => candidate.Migration != module.Best))
        {
            line($"  not {(candidate.Migration == "0" ? "before the first" : candidate.Migration)}{(candidate.Fits ? ", though it may be" : "")}:", Tone.Faint);
            foreach (var against in candidate.Against.Take(3))
                line("    " + against, Tone.Faint);
            if (candidate.Against.Count > 3)
                line(string.Create(CultureInfo.InvariantCulture, $"    and {candidate.Against.Count - 3:N0} more"), Tone.Faint);
        }
    }

    private static KeyValuePair<int, string>? TryReadVersion(string text) =>
        text.Split('=', 2) is [var version, { Length: > 0 } migration] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? KeyValuePair.Create(number, migration) : null;
}
