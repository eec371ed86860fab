using TypedMigrations;

namespace Accounts.M20210120_LoginAttempts;

public sealed class LoginAttempts : Migration;
