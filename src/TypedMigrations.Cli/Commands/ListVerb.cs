using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Commands;

/// <summary>Lists the migrations in the code. It needs no database.</summary>
internal sealed class ListVerb() : Verb<ListAnswer>("list", "List the migrations in the code, in the order in which they run. Needs no database.", "list", "list --module Accounts", "list --assembly bin/Release/net10.0/Shop.dll --json")
{
    protected override async Task<ListAnswer> RunAsync(Call call, CancellationToken cancellation)
    {
        await using var @operator = call.Open(cancellation);
        return await @operator.ListAsync(cancellation).ConfigureAwait(false);
    }

    protected override void Show(ListAnswer answer, Screen screen) => screen.Table(
        ["migration", "module", "fingerprint"],
        answer.Migrations.Select(migration => (IReadOnlyList<Cell>)[migration.Id, migration.Module, new Cell(migration.Fingerprint[..15], Tone.Faint)]));
}
