using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Rebasing;

/// <summary>Lets a migration of one branch follow the newest of another: with a later stamp, and with what the other changed in its constants and records.</summary>
/// <param name="choice">The module.</param>
/// <param name="from">The migration that it was copied from; null for the one that its alias Old names.</param>
/// <param name="now">The time, UTC.</param>
internal sealed class Rebase(Func<ModuleChoice> choice, string? from, DateTime now)
{
    /// <summary>Rebases a migration, and those that follow it.</summary>
    /// <param name="named">Stamp, id or name; null for the one that needs it.</param>
    /// <exception cref="CliException">TM6023: there is no such migration. TM6024: it is frozen. TM6025: what it was copied from is not known. TM6026: files cannot be written.</exception>
    public RebaseAnswer Run(string? named)
    {
        var module = choice().Choose();
        var rebasing = new RebaseChoice(module);
        if (rebasing.Choose(named) is not { } first)
            return new RebaseAnswer(module.Name, []);

        var chain = rebasing.WithFollowers(first);
        var before = module.Migrations.Except(chain).LastOrDefault();
        if (before is null || (first.Old == before.Namespace && before.Id.Stamp < first.Id.Stamp))
            return new RebaseAnswer(module.Name, []);
        Refuse(module, chain);
        return new RebaseAnswer(module.Name, RebaseAll(module, chain, BaseOf(first, module, rebasing), before));
    }

    private List<RebasedAnswer> RebaseAll(ModuleSources module, IReadOnlyList<MigrationSources> chain, MigrationSources copiedFrom, MigrationSources before)
    {
        var done = new List<RebasedAnswer>();
        foreach (var migration in chain)
        {
            // The one before was written anew: what it is now, the disk says.
            var (all, read) = done.Count == 0 ? ([], module) : Reread(module);
            var projects = done.Count == 0 ? choice().Projects : all;
            var follows = done.Count == 0 ? before : read.Find(done[^1].Id)[0];
            var was = done.Count == 0 ? copiedFrom : chain.First(other => other.Namespace == migration.Old);
            var subject = read.Find(migration.Text)[0];
            var segment = subject.Id.Stamp > follows.Id.Stamp ? subject.Segment : Stamps.SegmentOf(Stamps.After(now, read.Migrations.Select(other => other.Id.Stamp)), subject.Id.Name);
            done.Add(new RebasedMigration(subject, segment, follows, projects).Write(new MigrationMerge(was, module.Project, subject, follows, read.Project, segment)));
        }

        return done;
    }

    private (IReadOnlyList<ProjectSources> Projects, ModuleSources Module) Reread(ModuleSources module)
    {
        var read = choice();
        return (read.Projects, read.Projects.SelectMany(project => project.Modules).First(other => other.Namespace == module.Namespace));
    }

    private static void Refuse(ModuleSources module, IReadOnlyList<MigrationSources> chain)
    {
        foreach (var migration in chain)
        {
            if (module.LedgerOf(migration) is { } ledger)
            {
                throw CliException.Usage(CliErrorCode.MigrationIsFrozen, $"Migration {migration.Text} of module {module.Name} is frozen: databases may have it.",
                    $"Rebase the other one. Only if {migration.Text} was applied nowhere but in databases that you throw away: take its line and all below it out of the ledger, and call again.", ("ledger", ledger));
            }

            if (migration.Folder is null)
            {
                throw CliException.Usage(CliErrorCode.SourcesNotUsable, $"Migration {migration.Text} of module {module.Name} has no folder of its own.",
                    $"Move its sources into a folder {migration.Segment}, and call again.", ("found in", migration.ClassFile.Path));
            }
        }
    }

    private MigrationSources BaseOf(MigrationSources migration, ModuleSources module, RebaseChoice rebasing)
    {
        if (from is not null)
            return rebasing.Find(from);
        return module.TryFindBySpace(migration.Old) ?? throw CliException.Usage(
            CliErrorCode.BaseNotKnown, migration.Old is null ? $"It is not known which migration {migration.Text} was copied from: it has no alias Old." : $"{migration.Old}, which {migration.Text} was copied from, is gone.",
            "Name the migration that it was copied from, as it is in the sources now: --from " + (module.Before(migration)?.Text ?? "20201027_ManyRoles"), ("migration", migration.ClassFile.Path));
    }
}
