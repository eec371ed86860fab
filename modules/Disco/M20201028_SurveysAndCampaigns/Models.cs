namespace Disco.M20201028_SurveysAndCampaigns;

/// <summary>What a project asks of its supporters. Times are Unix seconds.</summary>
public sealed record SurveyProject(
    string Id,
    string AccountProjectId,
    SurveyTypes? SchemaTypes = null,
    IReadOnlyDictionary<string, object?>? FilterTypes = null,
    long? CreatedAt = null,
    long? UpdatedAt = null);

/// <summary>What one account answers. Times are Unix seconds.</summary>
public sealed record SurveyUser(
    string Id,
    string? SurveyProjectId = null,
    string? AccountId = null,
    SurveyValues? SchemaValues = null,
    IReadOnlyDictionary<string, object?>? SchemaFilters = null,
    long? CreatedAt = null,
    long? UpdatedAt = null);

/// <summary>The roles and needs that are asked for.</summary>
public sealed record SurveyTypes(IReadOnlyList<TypeEntry>? SupportRoles = null, IReadOnlyList<TypeEntry>? UserNeeds = null);

/// <summary>One role or need that is asked for.</summary>
public sealed record TypeEntry(
    string? Id = null,
    string? Name = null,
    string? Comment = null,
    string? Description = null,
    string? UnitOfMeasures = null);

/// <summary>The roles and needs that are answered.</summary>
public sealed record SurveyValues(IReadOnlyList<ValueEntry>? SupportRoles = null, IReadOnlyList<ValueEntry>? UserNeeds = null);

/// <summary>One answer. The map had no types: what was pledged came as a number of any kind, or as text.</summary>
public sealed record ValueEntry(
    string? Id = null,
    string? TypeId = null,
    object? Pledged = null,
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
