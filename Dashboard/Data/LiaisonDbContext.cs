using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data;

public sealed class LiaisonDbContext(DbContextOptions<LiaisonDbContext> options) : DbContext(options)
{
    public DbSet<LiaisonUnit> Units => Set<LiaisonUnit>();
    public DbSet<Station> Stations => Set<Station>();
    public DbSet<ElectoralDistrict> ElectoralDistricts => Set<ElectoralDistrict>();
    public DbSet<Deputy> Deputies => Set<Deputy>();
    public DbSet<Organ> Organs => Set<Organ>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Voter> Voters => Set<Voter>();
    public DbSet<Opinion> Opinions => Set<Opinion>();
    public DbSet<OpinionSeries> OpinionSeries => Set<OpinionSeries>();
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LiaisonDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <summary>Every moment is stored in UTC and read back as UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        moment => moment.ToUniversalTime(), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
