using TypedMigrations;

namespace Accounts.M20201024_OrganizationsAndProjects;

public sealed class OrganizationsAndProjects : Migration;
