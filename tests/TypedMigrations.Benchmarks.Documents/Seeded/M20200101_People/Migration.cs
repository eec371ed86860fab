using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Seeded.M20200101_People;

public sealed class People : Migration;
