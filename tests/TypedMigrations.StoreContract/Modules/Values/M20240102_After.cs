using System.Globalization;
using Old = TypedMigrations.StoreContract.Modules.Values.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Values.M20240102_After;

public enum State
{
    Draft,
    Sold,
}

public sealed record Product(
    string Id, double? Grams, Company? Company, Piece[]? Parts, Dictionary<string, int>? Lengths, State? State, string? Color, string? Name, string? Made, int? Area, Volume? Volume,
    string? Folder, string? File, int? Major, int? Minor, int? Patch, int? Width, int? Height, int? Depth, string? Unit, string Currency, string? Phone, Title[]? Titles);

public sealed record Title(string? Name);

public sealed record Company(string? Title, Home? Home);

public sealed record Home(string? City);

public sealed record Piece(int? Millimeters, string? Amount);

public sealed record Volume(int? Size);

public sealed record Setting(
    string Id, Shop? Shop, string[]? Tags, Dictionary<string, long>? Limits, int? Size, DateTime? Since, Guid? Owner, decimal? Price, object? Any, string? Theme, string? Steps, string? Rate);

public sealed record Shop(string? Name, DateTime? Opened, Guid? Key, decimal? Tax, Shelf[]? Shelves);

public sealed record Shelf(int No);

public static class ProductTable
{
    public static readonly Table<Product> Table = new("products");
    public static readonly Field<Product, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Product, double?> Grams = Table.Optional("grams", p => p.Grams);
    public static readonly Field<Product, Company?> Company = Table.Optional("company", p => p.Company);
    public static readonly Field<Product, string?> CompanyTitle = Company.Optional("title", c => c.Title);
    public static readonly Field<Product, Home?> CompanyHome = Company.Optional("home", c => c.Home);
    public static readonly Field<Product, string?> CompanyCity = CompanyHome.Optional("city", h => h.City);
    public static readonly Field<Product, Piece[]?> Parts = Table.Optional("parts", p => p.Parts);
    public static readonly Field<Product, int?> Millimeters = Parts.Each().Optional("mm", p => p.Millimeters);
    public static readonly Field<Product, string?> Amount = Parts.Each().Optional("amount", p => p.Amount);
    public static readonly Field<Product, Dictionary<string, int>?> Lengths = Table.Optional("names", p => p.Lengths);
    public static readonly Field<Product, State?> State = Table.Optional("state", p => p.State);
    public static readonly Field<Product, string?> Color = Table.Optional("color_name", p => p.Color);
    public static readonly Field<Product, string?> Name = Table.Optional("name", p => p.Name);
    public static readonly Field<Product, string?> Made = Table.Optional("made", p => p.Made);
    public static readonly Field<Product, int?> Area = Table.Optional("area", p => p.Area);
    public static readonly Field<Product, Volume?> Volume = Table.Optional("volume", p => p.Volume);
    public static readonly Field<Product, int?> VolumeSize = Volume.Optional("size", v => v.Size);
    public static readonly Field<Product, string?> Folder = Table.Optional("folder", p => p.Folder);
    public static readonly Field<Product, string?> File = Table.Optional("file", p => p.File);
    public static readonly Field<Product, int?> Major = Table.Optional("major", p => p.Major);
    public static readonly Field<Product, int?> Minor = Table.Optional("minor", p => p.Minor);
    public static readonly Field<Product, int?> Patch = Table.Optional("patch", p => p.Patch);
    public static readonly Field<Product, int?> Width = Table.Optional("width", p => p.Width);
    public static readonly Field<Product, int?> Height = Table.Optional("height", p => p.Height);
    public static readonly Field<Product, int?> Depth = Table.Optional("depth", p => p.Depth);
    public static readonly Field<Product, string?> Unit = Table.Optional("unit", p => p.Unit);
    public static readonly Field<Product, string> Currency = Table.Required("currency", p => p.Currency);
    public static readonly Field<Product, string?> Phone = Table.Optional("phone", p => p.Phone);
    public static readonly Field<Product, Title[]?> Titles = Table.Optional("titles", p => p.Titles);
    public static readonly Field<Product, string?> TitleName = Titles.Each().Optional("name", t => t.Name);
}

public static class SettingTable
{
    public static readonly Table<Setting> Table = new("settings");
    public static readonly Field<Setting, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Setting, Shop?> Shop = Table.Optional("shop", s => s.Shop);
    public static readonly Field<Setting, string?> ShopName = Shop.Optional("name", s => s.Name);
    public static readonly Field<Setting, DateTime?> ShopOpened = Shop.Optional("opened", s => s.Opened);
    public static readonly Field<Setting, Guid?> ShopKey = Shop.Optional("key", s => s.Key);
    public static readonly Field<Setting, decimal?> ShopTax = Shop.Optional("tax", s => s.Tax);
    public static readonly Field<Setting, Shelf[]?> Shelves = Shop.Optional("shelves", s => s.Shelves);
    public static readonly Field<Setting, int> ShelfNo = Shelves.Each().Required("no", s => s.No);
    public static readonly Field<Setting, string[]?> Tags = Table.Optional("tags", s => s.Tags);
    public static readonly Field<Setting, Dictionary<string, long>?> Limits = Table.Optional("limits", s => s.Limits);
    public static readonly Field<Setting, int?> Size = Table.Optional("size", s => s.Size);
    public static readonly Field<Setting, DateTime?> Since = Table.Optional("since", s => s.Since);
    public static readonly Field<Setting, Guid?> Owner = Table.Optional("owner", s => s.Owner);
    public static readonly Field<Setting, decimal?> Price = Table.Optional("price", s => s.Price);
    public static readonly Field<Setting, object?> Any = Table.Optional("any", s => s.Any);
    public static readonly Field<Setting, string?> Theme = Table.Optional("theme", s => s.Theme);
    public static readonly Field<Setting, string?> Steps = Table.Optional("steps_json", s => s.Steps);
    public static readonly Field<Setting, string?> Rate = Table.Optional("rate", s => s.Rate);
}

public sealed class After : Migration
{
    private static readonly Dictionary<string, State> States = new() { ["new"] = State.Draft, ["gone"] = State.Sold, [""] = State.Draft };

    private static readonly Dictionary<int, string> Colors = new() { [1] = "red", [2] = "blue" };

    public override void Up(Steps up) => StepOrder.Name(
        () => up.Convert(Old.ProductTable.Weight, ProductTable.Grams, weight => double.Parse(weight, CultureInfo.InvariantCulture)),
        () => up.Convert(Old.ProductTable.Maker, ProductTable.Company, maker => new Company(maker.Name, maker.Home is null ? null : new Home(maker.Home.City))),
        () => up.Move(Old.ProductTable.MakerPhone, ProductTable.Phone),
        () => up.Convert(Old.ProductTable.Labels, ProductTable.Titles, labels => labels.Where(label => label.Text != "").Select(label => new Title(label.Text)).ToArray()),
        () => up.Convert(Old.ProductTable.PartSize, ProductTable.Millimeters, size => int.Parse(size, CultureInfo.InvariantCulture) * 10),
        () => up.Combine(Old.ProductTable.PartCount, Old.ProductTable.PartUnit, ProductTable.Amount, (count, unit) => $"{count} {unit}"),
        () => up.Convert(Old.ProductTable.Names, ProductTable.Lengths, names => names.ToDictionary(name => name.Key, name => name.Value.Length)),
        () => up.Map(Old.ProductTable.State, ProductTable.State, States),
        () => up.Map(Old.ProductTable.Color, ProductTable.Color, Colors),
        () => up.Combine(Old.ProductTable.First, Old.ProductTable.Last, ProductTable.Name, (first, last) => $"{first} {last}".Trim()),
        () => up.Combine(Old.ProductTable.Year, Old.ProductTable.Month, Old.ProductTable.Day, ProductTable.Made, (year, month, day) => $"{year:0000}-{month:00}-{day:00}"),
        () => up.Combine(Old.ProductTable.Left, Old.ProductTable.Top, Old.ProductTable.Right, Old.ProductTable.Bottom, ProductTable.VolumeSize, (left, top, right, bottom) => (right - left) * (bottom - top)),
        () => up.Fill(ProductTable.Area, Old.ProductTable.Table, (product, before) => product.Right - product.Left),
        () => up.Split(Old.ProductTable.Path, ProductTable.Folder, ProductTable.File, path => (path.Contains('/') ? path[..path.LastIndexOf('/')] : null, path[(path.LastIndexOf('/') + 1)..])),
        () => up.Split(Old.ProductTable.Version, ProductTable.Major, ProductTable.Minor, ProductTable.Patch, version => (Number(version, 0), Number(version, 1), Number(version, 2))),
        () => up.Split(Old.ProductTable.Box, ProductTable.Width, ProductTable.Height, ProductTable.Depth, ProductTable.Unit, box => (Number(box, 0), Number(box, 1), Number(box, 2), "cm")),
        () => up.Fill(ProductTable.Currency, "EUR"),
        () => up.ParseJson(Old.SettingTable.Shop, SettingTable.Shop),
        () => up.ParseJson(Old.SettingTable.Tags, SettingTable.Tags),
        () => up.ParseJson(Old.SettingTable.Limits, SettingTable.Limits),
        () => up.ParseJson(Old.SettingTable.Size, SettingTable.Size),
        () => up.ParseJson(Old.SettingTable.Since, SettingTable.Since),
        () => up.ParseJson(Old.SettingTable.Owner, SettingTable.Owner),
        () => up.ParseJson(Old.SettingTable.Price, SettingTable.Price),
        () => up.ParseJson(Old.SettingTable.Any, SettingTable.Any),
        () => up.WriteJson(Old.SettingTable.Theme, SettingTable.Theme),
        () => up.WriteJson(Old.SettingTable.Steps, SettingTable.Steps),
        () => up.WriteJson(Old.SettingTable.Rate, SettingTable.Rate));

    private static int? Number(string text, int place) => text.Split('.', 'x') is var parts && place < parts.Length ? int.Parse(parts[place], CultureInfo.InvariantCulture) : null;
}
