namespace Disco.M20201109_SurveyNames;

/// <summary>What a project asks of its supporters. Times are Unix seconds.</summary>
public sealed record SurveyProject(
    string Id,
    string Name,
    string AccountProjectId,
    long? CreatedAt = null,
    long? UpdatedAt = null);

/// <summary>What one account answers. Times are Unix seconds.</summary>
public sealed record SurveyUser(
    string Id,
    string Name,
    string? SurveyProjectId = null,
    string? AccountId = null,
    long? CreatedAt = null,
    long? UpdatedAt = null);

/// <summary>A role that a survey asks supporters to take.</summary>
public sealed record SupportRoleType(
    string Id,
    string? SurveyProjectId = null,
    string? Name = null,
    string? Comment = null,
    string? Description = null,
    string? UnitOfMeasures = null);

/// <summary>A need that a survey asks supporters about.</summary>
public sealed record UserNeedType(
    string Id,
    string? SurveyProjectId = null,
    string? Name = null,
    string? Comment = null,
    string? Description = null,
    string? UnitOfMeasures = null);

/// <summary>How much of a role a supporter takes.</summary>
public sealed record SupportRoleValue(
    string Id,
    string? SurveyUserId = null,
    string? TypeId = null,
    ulong? Pledged = null,
    string? Comment = null);

/// <summary>How much of a need a supporter has.</summary>
public sealed record UserNeedValue(
    string Id,
    string? SurveyUserId = null,
    string? TypeId = null,
    ulong? Pledged = null,
    string? Comment = null);

/// <summary>A campaign: a project with a goal. Times are Unix seconds.</summary>
public sealed record DiscoProject(
    string Id,
    string AccountProjectId,
    string AccountOrgId,
    string? Goal = null,
    ulong? AlreadyPledged = null,
    long? ActionTime = null,
    string? ActionLocation = null,
    ulong? MinPioneers = null,
    ulong? MinRebelsMedia = null,
    ulong? MinRebelsToWin = null,
    string? ActionType = null,
    string? ActionLength = null,
    string? Category = null,
    string? Contact = null,
    string? HistPrecedents = null,
    string? Strategy = null,
    IReadOnlyList<string>? VideoUrl = null,
    string? UnitOfMeasures = null,
    long? CreatedAt = null,
    long? UpdatedAt = null);
