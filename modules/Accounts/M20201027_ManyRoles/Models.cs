namespace Accounts.M20201027_ManyRoles;

/// <summary>Someone who can sign in. Times are Unix seconds.</summary>
public sealed record Account(
    string Id,
    string Email,
    string? Password = null,
    IReadOnlyDictionary<string, object?>? UserDefinedFields = null,
    IReadOnlyDictionary<string, object?>? Survey = null,
    long? CreatedAt = null,
    long? UpdatedAt = null,
    long? LastLogin = null,
    bool? Disabled = null,
    bool Verified = false,
    string? VerificationToken = null);

/// <summary>One of the things that an account may do, in a project or an organization where one is named. Times are Unix seconds.</summary>
public sealed record Role(
    string Id,
    string AccountId,
    RoleKind? Kind = null,
    string? ProjectId = null,
    string? OrgId = null,
    long? CreatedAt = null,
    long? UpdatedAt = null);

/// <summary>An organization, and the account that made it. Times are Unix seconds.</summary>
public sealed record Org(
    string Id,
    string? Name = null,
    string? LogoUrl = null,
    string? Contact = null,
    long? CreatedAt = null,
    string? AccountId = null);

/// <summary>A project of an organization, and the account that made it. Times are Unix seconds.</summary>
public sealed record Project(
    string Id,
    string? Name = null,
    string? LogoUrl = null,
    long? CreatedAt = null,
    string? AccountId = null,
    string? OrgId = null);

/// <summary>How much an account may do. The numbers are stored.</summary>
public enum RoleKind
{
    Invalid = 0,
    Guest = 1,
    User = 2,
    Admin = 3,
    SuperAdmin = 4,
}
