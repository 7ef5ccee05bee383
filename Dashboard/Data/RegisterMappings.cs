using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data;

internal sealed class LiaisonUnitMapping : IEntityTypeConfiguration<LiaisonUnit>
{
    public void Configure(EntityTypeBuilder<LiaisonUnit> unit) => unit.HasIndex(u => u.Code).IsUnique();
}

internal sealed class StationMapping : IEntityTypeConfiguration<Station>
{
    public void Configure(EntityTypeBuilder<Station> station)
    {
        station.HasIndex(s => s.Code).IsUnique();
        station.HasOne<LiaisonUnit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        station.HasOne<Station>().WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ElectoralDistrictMapping : IEntityTypeConfiguration<ElectoralDistrict>
{
    public void Configure(EntityTypeBuilder<ElectoralDistrict> district)
    {
        district.HasIndex(d => d.Number).IsUnique();
        district.HasOne<LiaisonUnit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeputyMapping : IEntityTypeConfiguration<Deputy>
{
    public void Configure(EntityTypeBuilder<Deputy> deputy)
    {
        deputy.HasIndex(d => d.Code).IsUnique();
        deputy.HasOne<LiaisonUnit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
        deputy.HasOne<ElectoralDistrict>().WithMany().HasForeignKey(d => d.ElectoralDistrictId).OnDelete(DeleteBehavior.Restrict);
        deputy.HasMany(d => d.Stations).WithOne().HasForeignKey("DeputyId");
        deputy.HasMany(d => d.OfficeChanges).WithOne().HasForeignKey(change => change.DeputyId);
    }
}

internal sealed class DeputyStationMapping : IEntityTypeConfiguration<DeputyStation>
{
    public void Configure(EntityTypeBuilder<DeputyStation> link)
    {
        link.ToTable("DeputyStations").HasKey("DeputyId", nameof(DeputyStation.StationId));
        link.HasOne<Station>().WithMany().HasForeignKey(l => l.StationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OfficeChangeMapping : IEntityTypeConfiguration<OfficeChange>
{
    public void Configure(EntityTypeBuilder<OfficeChange> change) => change.ToTable("OfficeChanges");
}

internal sealed class OrganMapping : IEntityTypeConfiguration<Organ>
{
    public void Configure(EntityTypeBuilder<Organ> organ)
    {
        organ.HasIndex(o => o.Code).IsUnique();
        organ.HasIndex(o => o.Name).IsUnique();
        organ.HasOne<Organ>().WithMany().HasForeignKey(o => o.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CategoryMapping : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> category) => category.HasIndex(c => c.Code).IsUnique();
}
