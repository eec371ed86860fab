namespace Shop;

/// <summary>The application's live model.</summary>
internal sealed record Entry(int Id, string Code, string Title, long Amount, bool Active);
