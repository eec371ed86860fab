using TypedMigrations.Benchmarks.Documents;

return await Contender.RunAsync(args);
