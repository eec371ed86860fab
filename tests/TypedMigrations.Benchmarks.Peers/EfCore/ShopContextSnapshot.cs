using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Shop;

/// <summary>What the newest migration leaves behind, as <c>dotnet ef</c> writes it: EF Core compares it with the model before it migrates.</summary>
[DbContext(typeof(ShopContext))]
public sealed class ShopContextSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        modelBuilder.HasAnnotation("ProductVersion", "10.0.15");
        modelBuilder.Entity("Shop.Entry", entry =>
        {
            entry.Property<int>("Id").HasColumnType("INTEGER");
            entry.Property<bool>("Active").HasColumnType("INTEGER");
            entry.Property<long>("Amount").HasColumnType("INTEGER");
            entry.Property<string>("Code").IsRequired().HasColumnType("TEXT");
            entry.Property<string>("Title").IsRequired().HasColumnType("TEXT");
            entry.HasKey("Id");
            entry.HasIndex("Code").IsUnique();
            entry.ToTable("entries");
        });
    }
}
