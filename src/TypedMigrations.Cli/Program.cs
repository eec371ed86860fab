using TypedMigrations.Cli;
using TypedMigrations.Cli.Commands;

return (int)await CommandLine.RunAsync(args, Surroundings.OfThisProcess());
