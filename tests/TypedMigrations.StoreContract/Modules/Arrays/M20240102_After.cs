using Old = TypedMigrations.StoreContract.Modules.Arrays.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Arrays.M20240102_After;

public sealed record Article(string Id, string[]? Tags, Photo[]? Photos, string? Code, Size? Size, Chapter[]? Chapters, Comment[] Comments, Review[]? Reviews);

public sealed record Photo(string? Url, string? Caption);

public sealed record Size(int? Width);

public sealed record Chapter(string? Title);

public sealed record Comment(string? Text);

public sealed record Review(string? By, int? Stars);

public sealed record Line(string Id, string ArticleId, int No, string? Text, Mark? Mark);

public sealed record Mark(string? Color);

public sealed record Link(string Id, string Url);

public sealed record Price(string Id, string Currency, int Cents);

public static class ArticleTable
{
    public static readonly Table<Article> Table = new("articles");
    public static readonly Field<Article, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Article, string[]?> Tags = Table.Optional("tags", a => a.Tags);
    public static readonly Field<Article, Photo[]?> Photos = Table.Optional("photos", a => a.Photos);
    public static readonly Field<Article, string?> PhotoUrl = Photos.Each().Optional("url", p => p.Url);
    public static readonly Field<Article, string?> PhotoCaption = Photos.Each().Optional("caption", p => p.Caption);
    public static readonly Field<Article, string?> Code = Table.Optional("code", a => a.Code);
    public static readonly Field<Article, Size?> Size = Table.Optional("size", a => a.Size);
    public static readonly Field<Article, int?> Width = Size.Optional("width", s => s.Width);
    public static readonly Field<Article, Chapter[]?> Chapters = Table.Optional("chapters", a => a.Chapters);
    public static readonly Field<Article, string?> ChapterTitle = Chapters.Each().Optional("title", c => c.Title);
    public static readonly Field<Article, Comment[]> Comments = Table.Required("comments", a => a.Comments);
    public static readonly Field<Article, string?> CommentText = Comments.Each().Optional("text", c => c.Text);
    public static readonly Field<Article, Review[]?> Reviews = Table.Optional("reviews", a => a.Reviews);
    public static readonly Field<Article, string?> ReviewBy = Reviews.Each().Optional("by", r => r.By);
    public static readonly Field<Article, int?> ReviewStars = Reviews.Each().Optional("stars", r => r.Stars);
}

public static class LineTable
{
    public static readonly Table<Line> Table = new("lines");
    public static readonly Field<Line, string> Id = Table.Key(l => l.Id);
    public static readonly Field<Line, string> ArticleId = Table.Required("article_id", l => l.ArticleId);
    public static readonly Field<Line, int> No = Table.Required("no", l => l.No);
    public static readonly Field<Line, string?> Text = Table.Optional("text", l => l.Text);
    public static readonly Field<Line, Mark?> Mark = Table.Optional("mark", l => l.Mark);
    public static readonly Field<Line, string?> MarkColor = Mark.Optional("color", m => m.Color);
}

public static class LinkTable
{
    public static readonly Table<Link> Table = new("links");
    public static readonly Field<Link, string> Id = Table.Key(l => l.Id);
    public static readonly Field<Link, string> Url = Table.Required("url", l => l.Url);
}

public static class PriceTable
{
    public static readonly Table<Price> Table = new("prices");
    public static readonly Field<Price, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Price, string> Currency = Table.Required("currency", p => p.Currency);
    public static readonly Field<Price, int> Cents = Table.Required("cents", p => p.Cents);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.Wrap(Old.ArticleTable.Tag, ArticleTable.Tags),
        () => up.Wrap(Old.ArticleTable.Photo, ArticleTable.Photos),
        () => up.Rename(Old.ArticleTable.PhotoAlt, ArticleTable.PhotoCaption),
        () => up.Unwrap(Old.ArticleTable.Codes, ArticleTable.Code),
        () => up.Unwrap(Old.ArticleTable.Sizes, ArticleTable.Size),
        () => up.Rename(Old.ArticleTable.SizeW, ArticleTable.Width),
        () => up.Extract(Old.ArticleTable.Lines, LineTable.Table, (article, line, place) => new Line($"{article.Id}:{line.No}", article.Id, line.No, line.Text, line.Mark is null ? null : new Mark(line.Mark.Color))),
        () => up.Extract(Old.ArticleTable.Links, LinkTable.Table, (article, url, place) => new Link($"{article.Id}/{place}", url)),
        () => up.Extract(Old.ArticleTable.Prices, PriceTable.Table, (article, price, place) => new Price($"{article.Id}/{price.Key}", price.Key, price.Value)),
        () => up.Embed(Old.CommentTable.ArticleId, ArticleTable.Comments, comment => new Comment(comment.Text)),
        () => up.Embed(Old.RatingTable.ArticleId, ArticleTable.Reviews, rating => new Review(rating.Critic, rating.Stars)));
}
