namespace TypedMigrations.Tests.Building;

// Records of every size, so that a test can change a table's fields without a record of its own.
public sealed record None(string Id);

public sealed record One<T1>(string Id, T1 First);

public sealed record Two<T1, T2>(string Id, T1 First, T2 Second);

public sealed record Three<T1, T2, T3>(string Id, T1 First, T2 Second, T3 Third);

public sealed record Part<T1>(T1 First);

public sealed record Parts<T1, T2>(T1 First, T2 Second);
