namespace TypedMigrations.StoreContract.Modules.Rekeyed.M20240101_Before;

public sealed record Account(string Id, string Name, string? ParentId);

public sealed record Role(string Id, string AccountId);

public sealed record Group(string Id, string[] Members, Lead? Lead, IReadOnlyList<Seat>? Seats);

public sealed record Lead(string? AccountId);

public sealed record Seat(string? AccountId, Lead? Deputy);

public sealed record Note(string Id, string? AuthorId);

public sealed record Team(int Id, string Name);

public sealed record Player(string Id, int? TeamId, int[]? FormerTeams);

public sealed record Code(string Id, string Name);

public static class AccountTable
{
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string> Name = Table.Required("name", a => a.Name);
    public static readonly Field<Account, string?> ParentId = Table.Optional("parent_id", a => a.ParentId);
    public static readonly Index<Account> ByName = Table.Index("idx_name", Name);
    public static readonly Reference ToParent = ParentId.References(Id);
}

public static class RoleTable
{
    public static readonly Table<Role> Table = new("roles");
    public static readonly Field<Role, string> Id = Table.Key(r => r.Id);
    public static readonly Field<Role, string> AccountId = Table.Required("account_id", r => r.AccountId);
    public static readonly Index<Role> ByAccount = Table.Index("idx_account", AccountId);
}

public static class GroupTable
{
    public static readonly Table<Group> Table = new("groups");
    public static readonly Field<Group, string> Id = Table.Key(g => g.Id);
    public static readonly Field<Group, string[]> Members = Table.Required("members", g => g.Members);
    public static readonly Field<Group, Lead?> Lead = Table.Optional("lead", g => g.Lead);
    public static readonly Field<Group, string?> LeadId = Lead.Optional("account_id", l => l.AccountId);
    public static readonly Field<Group, IReadOnlyList<Seat>?> Seats = Table.Optional("seats", g => g.Seats);
    public static readonly Field<Group, string?> SeatId = Seats.Each().Optional("account_id", s => s.AccountId);
    public static readonly Field<Group, Lead?> Deputy = Seats.Each().Optional("deputy", s => s.Deputy);
    public static readonly Field<Group, string?> DeputyId = Deputy.Optional("account_id", l => l.AccountId);
}

/// <summary>References may stand in a class of their own.</summary>
public static class References
{
    public static readonly Reference FromRoles = RoleTable.AccountId.References(AccountTable.Id);
    public static readonly Reference FromMembers = GroupTable.Members.References(AccountTable.Id);
    public static readonly Reference FromLead = GroupTable.LeadId.References(AccountTable.Id);
    public static readonly Reference FromSeats = GroupTable.SeatId.References(AccountTable.Id);
    public static readonly Reference FromDeputies = GroupTable.DeputyId.References(AccountTable.Id);
    public static readonly Reference FromPlayers = PlayerTable.TeamId.References(TeamTable.Id);
    public static readonly Reference FromFormerPlayers = PlayerTable.FormerTeams.References(TeamTable.Id);
}

public static class NoteTable
{
    public static readonly Table<Note> Table = new("notes");
    public static readonly Field<Note, string> Id = Table.Key(n => n.Id);
    public static readonly Field<Note, string?> AuthorId = Table.Optional("author_id", n => n.AuthorId);
}

public static class TeamTable
{
    public static readonly Table<Team> Table = new("teams");
    public static readonly Field<Team, int> Id = Table.Key(t => t.Id);
    public static readonly Field<Team, string> Name = Table.Required("name", t => t.Name);
    public static readonly Index<Team> ByName = Table.UniqueIndex("idx_name", Name);
}

public static class PlayerTable
{
    public static readonly Table<Player> Table = new("players");
    public static readonly Field<Player, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Player, int?> TeamId = Table.Optional("team_id", p => p.TeamId);
    public static readonly Field<Player, int[]?> FormerTeams = Table.Optional("former_teams", p => p.FormerTeams);
}

public static class CodeTable
{
    public static readonly Table<Code> Table = new("codes");
    public static readonly Field<Code, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Code, string> Name = Table.Required("name", c => c.Name);
}

public sealed class Before : Migration;
