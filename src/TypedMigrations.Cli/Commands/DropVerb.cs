using System.CommandLine;
using System.Globalization;
using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Removes a database.</summary>
internal sealed class DropVerb : Verb<DropAnswer>
{
    private readonly Option<bool> _withBackups = new("--with-backups") { Description = "Remove its backups, too." };

    public DropVerb()
        : base("drop", "Remove the database. Shows first what goes, and asks.", "drop", "drop --with-backups --yes --database test.db") => Add(_withBackups);

    protected override async Task<DropAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        var withBackups = call.Value(_withBackups);
        var plan = await call.LookAsync(@operator, () => @operator.PlanDropAsync(cancellation), cancellation).ConfigureAwait(false);
        if (plan.Exists || plan.Removed.Count > 0 || (withBackups && plan.Backups.Count > 0))
        {
            Show(plan, withBackups, call.Screen.Note);
            await call.ConfirmAsync($"{plan.Database} would be gone{(withBackups ? ", and its backups" : plan.Backups.Count > 0 ? "; its backups stay" : ", and there is no backup")}.", cancellation).ConfigureAwait(false);
        }

        return await @operator.DropAsync(withBackups, cancellation).ConfigureAwait(false);
    }

    protected override void Show(DropAnswer answer, Screen screen)
    {
        screen.Warnings(answer);
        screen.Line($"Dropped {answer.Plan.Database}{(answer.WithBackups ? " and its backups" : "")}.", Tone.Good);
    }

    private static void Show(DropPlanAnswer plan, bool withBackups, Action<string> line)
    {
        if (plan.Head is { } head)
            line($"at     {head}");
        foreach (var table in plan.Tables)
            line(string.Create(CultureInfo.InvariantCulture, $"table  {table.Table}: {table.Documents:N0} documents"));
        foreach (var file in plan.Removed.Concat(withBackups ? plan.Backups : []))
            line(string.Create(CultureInfo.InvariantCulture, $"file   {file.Path} ({file.Bytes:N0} bytes)"));
    }
}
