namespace TypedMigrations.StoreContract.Modules.Values.M20240101_Before;

public sealed record Product(
    string Id, string? Weight, Maker? Maker, Part[]? Parts, Dictionary<string, string>? Names, string? State, int? Color, string? First, string? Last, int? Year, int? Month, int? Day,
    int? Left, int? Top, int? Right, int? Bottom, string? Path, string? Version, string? Box, Label[]? Labels);

public sealed record Maker(string? Name, string? Phone, Home? Home);

public sealed record Label(string? Text);

public sealed record Home(string? City);

public sealed record Part(string? Size, int? Count, string? Unit);

public sealed record Setting(
    string Id, string? Shop, string? Tags, string? Limits, string? Size, string? Since, string? Owner, string? Price, string? Any, Theme? Theme, int[]? Steps, decimal? Rate);

public sealed record Theme(string? Color, DateTime? Since);

public static class ProductTable
{
    public static readonly Table<Product> Table = new("products");
    public static readonly Field<Product, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Product, string?> Weight = Table.Optional("weight", p => p.Weight);
    public static readonly Field<Product, Maker?> Maker = Table.Optional("maker", p => p.Maker);
    public static readonly Field<Product, string?> MakerName = Maker.Optional("name", m => m.Name);
    public static readonly Field<Product, string?> MakerPhone = Maker.Optional("phone", m => m.Phone);
    public static readonly Field<Product, Home?> MakerHome = Maker.Optional("home", m => m.Home);
    public static readonly Field<Product, string?> MakerCity = MakerHome.Optional("city", h => h.City);
    public static readonly Field<Product, Part[]?> Parts = Table.Optional("parts", p => p.Parts);
    public static readonly Field<Product, string?> PartSize = Parts.Each().Optional("size", p => p.Size);
    public static readonly Field<Product, int?> PartCount = Parts.Each().Optional("count", p => p.Count);
    public static readonly Field<Product, string?> PartUnit = Parts.Each().Optional("unit", p => p.Unit);
    public static readonly Field<Product, Dictionary<string, string>?> Names = Table.Optional("names", p => p.Names);
    public static readonly Field<Product, string?> State = Table.Optional("state", p => p.State);
    public static readonly Field<Product, int?> Color = Table.Optional("color", p => p.Color);
    public static readonly Field<Product, string?> First = Table.Optional("first", p => p.First);
    public static readonly Field<Product, string?> Last = Table.Optional("last", p => p.Last);
    public static readonly Field<Product, int?> Year = Table.Optional("year", p => p.Year);
    public static readonly Field<Product, int?> Month = Table.Optional("month", p => p.Month);
    public static readonly Field<Product, int?> Day = Table.Optional("day", p => p.Day);
    public static readonly Field<Product, int?> Left = Table.Optional("left", p => p.Left);
    public static readonly Field<Product, int?> Top = Table.Optional("top", p => p.Top);
    public static readonly Field<Product, int?> Right = Table.Optional("right", p => p.Right);
    public static readonly Field<Product, int?> Bottom = Table.Optional("bottom", p => p.Bottom);
    public static readonly Field<Product, string?> Path = Table.Optional("path", p => p.Path);
    public static readonly Field<Product, string?> Version = Table.Optional("version", p => p.Version);
    public static readonly Field<Product, string?> Box = Table.Optional("box", p => p.Box);
    public static readonly Field<Product, Label[]?> Labels = Table.Optional("labels", p => p.Labels);
    public static readonly Field<Product, string?> LabelText = Labels.Each().Optional("text", l => l.Text);
}

public static class SettingTable
{
    public static readonly Table<Setting> Table = new("settings");
    public static readonly Field<Setting, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Setting, string?> Shop = Table.Optional("shop", s => s.Shop);
    public static readonly Field<Setting, string?> Tags = Table.Optional("tags", s => s.Tags);
    public static readonly Field<Setting, string?> Limits = Table.Optional("limits", s => s.Limits);
    public static readonly Field<Setting, string?> Size = Table.Optional("size", s => s.Size);
    public static readonly Field<Setting, string?> Since = Table.Optional("since", s => s.Since);
    public static readonly Field<Setting, string?> Owner = Table.Optional("owner", s => s.Owner);
    public static readonly Field<Setting, string?> Price = Table.Optional("price", s => s.Price);
    public static readonly Field<Setting, string?> Any = Table.Optional("any", s => s.Any);
    public static readonly Field<Setting, Theme?> Theme = Table.Optional("theme", s => s.Theme);
    public static readonly Field<Setting, string?> ThemeColor = Theme.Optional("color", t => t.Color);
    public static readonly Field<Setting, DateTime?> ThemeSince = Theme.Optional("since", t => t.Since);
    public static readonly Field<Setting, int[]?> Steps = Table.Optional("steps", s => s.Steps);
    public static readonly Field<Setting, decimal?> Rate = Table.Optional("rate", s => s.Rate);
}

public sealed class Before : Migration;
