using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data;

internal sealed class ClosedYearMapping : IEntityTypeConfiguration<ClosedYear>
{
    public void Configure(EntityTypeBuilder<ClosedYear> closed)
    {
        closed.Ignore(c => c.Stands).Ignore(c => c.CutOffOn);
        closed.PrimitiveCollection(c => c.CarriedOver);
        closed.HasIndex(c => new { c.Year, c.Edition }).IsUnique();
        closed.HasIndex(c => c.Year).IsUnique().HasFilter("\"ReopenedAt\" IS NULL"); // one standing closing of a year
        closed.HasMany(c => c.Counts).WithOne().HasForeignKey(count => count.ClosedYearId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrozenCountMapping : IEntityTypeConfiguration<FrozenCount>
{
    public void Configure(EntityTypeBuilder<FrozenCount> count)
    {
        count.ToTable("FrozenCounts").HasKey(c => new { c.ClosedYearId, c.StationId, c.Key });
        count.HasOne<Station>().WithMany().HasForeignKey(c => c.StationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrozenBookMapping : IEntityTypeConfiguration<FrozenBook>
{
    public void Configure(EntityTypeBuilder<FrozenBook> book)
    {
        book.Ignore(b => b.IsIntact);
        book.PrimitiveCollection(b => b.StationIds);
        book.HasIndex(b => new { b.ClosedYearId, b.UnitId }).IsUnique();
        book.HasOne<ClosedYear>().WithMany().HasForeignKey(b => b.ClosedYearId).OnDelete(DeleteBehavior.Restrict);
        book.HasOne<LiaisonUnit>().WithMany().HasForeignKey(b => b.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
