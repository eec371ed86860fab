using Microsoft.EntityFrameworkCore;

namespace Shop;

/// <summary>The application's live model.</summary>
public sealed class ShopContext(string database) : DbContext
{
    public DbSet<Entry> Entries => Set<Entry>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=" + database);

    protected override void OnModelCreating(ModelBuilder model) => model.Entity<Entry>(entry =>
    {
        entry.ToTable("entries");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.HasIndex(e => e.Code).IsUnique();
    });
}

/// <summary>A row.</summary>
public sealed class Entry
{
    public int Id { get; set; }

    public string Code { get; set; } = "";

    public string Title { get; set; } = "";

    public long Amount { get; set; }

    public bool Active { get; set; }
}
