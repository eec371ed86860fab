namespace TypedMigrations.StoreContract.Modules.Arrays.M20240101_Before;

public sealed record Article(
    string Id, string? Tag, Photo? Photo, string[]? Codes, Size[]? Sizes, Chapter[]? Chapters, string[]? Links, Dictionary<string, int>? Prices, Review[]? Reviews);

public sealed record Photo(string? Url, string? Alt);

public sealed record Size(int? W);

public sealed record Chapter(string? Title, Line[]? Lines);

public sealed record Line(int No, string? Text, Mark? Mark);

public sealed record Mark(string? Color);

public sealed record Review(string? By, int? Stars);

public sealed record Comment(string Id, string ArticleId, string? Text);

public sealed record Rating(int Id, string ArticleId, int Stars, string? Critic);

public static class ArticleTable
{
    public static readonly Table<Article> Table = new("articles");
    public static readonly Field<Article, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Article, string?> Tag = Table.Optional("tag", a => a.Tag);
    public static readonly Field<Article, Photo?> Photo = Table.Optional("photo", a => a.Photo);
    public static readonly Field<Article, string?> PhotoUrl = Photo.Optional("url", p => p.Url);
    public static readonly Field<Article, string?> PhotoAlt = Photo.Optional("alt", p => p.Alt);
    public static readonly Field<Article, string[]?> Codes = Table.Optional("codes", a => a.Codes);
    public static readonly Field<Article, Size[]?> Sizes = Table.Optional("sizes", a => a.Sizes);
    public static readonly Field<Article, int?> SizeW = Sizes.Each().Optional("w", s => s.W);
    public static readonly Field<Article, Chapter[]?> Chapters = Table.Optional("chapters", a => a.Chapters);
    public static readonly Field<Article, string?> ChapterTitle = Chapters.Each().Optional("title", c => c.Title);
    public static readonly Field<Article, Line[]?> Lines = Chapters.Each().Optional("lines", c => c.Lines);
    public static readonly Field<Article, int> LineNo = Lines.Each().Required("no", l => l.No);
    public static readonly Field<Article, string?> LineText = Lines.Each().Optional("text", l => l.Text);
    public static readonly Field<Article, Mark?> LineMark = Lines.Each().Optional("mark", l => l.Mark);
    public static readonly Field<Article, string?> MarkColor = LineMark.Optional("color", m => m.Color);
    public static readonly Field<Article, string[]?> Links = Table.Optional("links", a => a.Links);
    public static readonly Field<Article, Dictionary<string, int>?> Prices = Table.Optional("prices", a => a.Prices);
    public static readonly Field<Article, Review[]?> Reviews = Table.Optional("reviews", a => a.Reviews);
    public static readonly Field<Article, string?> ReviewBy = Reviews.Each().Optional("by", r => r.By);
    public static readonly Field<Article, int?> ReviewStars = Reviews.Each().Optional("stars", r => r.Stars);
}

public static class CommentTable
{
    public static readonly Table<Comment> Table = new("comments");
    public static readonly Field<Comment, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Comment, string> ArticleId = Table.Required("article_id", c => c.ArticleId);
    public static readonly Field<Comment, string?> Text = Table.Optional("text", c => c.Text);
}

public static class RatingTable
{
    public static readonly Table<Rating> Table = new("ratings");
    public static readonly Field<Rating, int> Id = Table.Key(r => r.Id);
    public static readonly Field<Rating, string> ArticleId = Table.Required("article_id", r => r.ArticleId);
    public static readonly Field<Rating, int> Stars = Table.Required("stars", r => r.Stars);
    public static readonly Field<Rating, string?> Critic = Table.Optional("critic", r => r.Critic);
}

public sealed class Before : Migration;
