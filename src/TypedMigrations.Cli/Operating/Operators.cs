using TypedMigrations.Cli.Commands;
using TypedMigrations.Cli.Loading;
using TypedMigrations.Cli.Locating;

namespace TypedMigrations.Cli.Operating;

/// <summary>Chooses who answers, by the settings.</summary>
internal static class Operators
{
    /// <exception cref="CliException">TM6009: a host is named.</exception>
    public static IOperator Open(Settings settings, Call call, CancellationToken cancellation)
    {
        if (settings.Url is not null)
            throw CliException.Usage(CliErrorCode.NotSupported, "This version cannot ask a running host.", "Leave --url out, stop the host, and name its project and its database.");
        return new LocalOperator(() => LoadModulesAsync(settings, call, cancellation), settings, call.Screen);
    }

    /// <summary>The modules of the assembly or the project that the settings name.</summary>
    /// <exception cref="CliException">TM6002: no migrations are named. TM6005, TM6006: they cannot be built or loaded.</exception>
    public static async Task<LoadedModules> LoadModulesAsync(Settings settings, Call call, CancellationToken cancellation)
    {
        var assembly = await AssemblyOfAsync(settings, call, cancellation).ConfigureAwait(false);
        call.Screen.Detail($"loading {Path.GetFileName(assembly)}");
        return ModuleAssemblies.Load(assembly);
    }

    private static Task<string> AssemblyOfAsync(Settings settings, Call call, CancellationToken cancellation)
    {
        if (settings.Assembly is { } assembly)
            return File.Exists(assembly) ? Task.FromResult(assembly) : throw CliException.Usage(CliErrorCode.NoMigrationsNamed, $"There is no assembly {assembly}.", "Name a built application or module, or a project with --project.");
        if (settings.Project is not { } project)
        {
            throw CliException.Usage(CliErrorCode.NoMigrationsNamed, "It is not known where the migrations are.",
                "Go into the folder of a project, or name one: --project src/Shop. Or once for all, in a file migrations.json in this folder or above: { \"project\": \"src/Shop\" }");
        }

        var build = new ProjectBuild(project, settings.Configuration, call.Screen);
        return call.Value(CommonOptions.NoBuild) ? build.FindAsync(cancellation) : build.RunAsync(cancellation);
    }
}
