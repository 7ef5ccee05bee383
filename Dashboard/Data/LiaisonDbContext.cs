using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Books;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Notices;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Stations;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Data;

/// <summary>Everything that is stored: the contact work, the accounts, the audit log, and the keys that protect cookies, so that a backup holds them too.</summary>
public sealed class LiaisonDbContext(DbContextOptions<LiaisonDbContext> options) : IdentityUserContext<Account, int>(options), IDataProtectionKeyContext
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
    public DbSet<ContactSession> ContactSessions => Set<ContactSession>();
    public DbSet<PerformanceReport> PerformanceReports => Set<PerformanceReport>();
    public DbSet<RecordObjection> RecordObjections => Set<RecordObjection>();
    public DbSet<Inquiry> Inquiries => Set<Inquiry>();
    public DbSet<ContactPlan> ContactPlans => Set<ContactPlan>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<Receipt> Receipts => Set<Receipt>();
    public DbSet<ReceiptSeries> ReceiptSeries => Set<ReceiptSeries>();
    public DbSet<ReceiptSecret> ReceiptSecrets => Set<ReceiptSecret>();
    public DbSet<ProgressNotice> ProgressNotices => Set<ProgressNotice>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<ClosedYear> ClosedYears => Set<ClosedYear>();
    public DbSet<FrozenCount> FrozenCounts => Set<FrozenCount>();
    public DbSet<FrozenBook> FrozenBooks => Set<FrozenBook>();
    public DbSet<CalendarYear> CalendarYears => Set<CalendarYear>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<DisplayKey> DisplayKeys => Set<DisplayKey>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Identity reads its schema version (3: with passkeys) from the services around the context; a context made by hand has none.</summary>
    private static readonly ServiceProvider SchemaOnly = new ServiceCollection().Configure<IdentityOptions>(UseSchema).BuildServiceProvider();

    internal static void UseSchema(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            optionsBuilder.UseApplicationServiceProvider(SchemaOnly);
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<int>>().ToTable("AccountClaims");
        builder.Entity<IdentityUserLogin<int>>().ToTable("AccountLogins");
        builder.Entity<IdentityUserToken<int>>().ToTable("AccountTokens");
        builder.Entity<IdentityUserPasskey<int>>().ToTable("AccountPasskeys");
        builder.ApplyConfigurationsFromAssembly(typeof(LiaisonDbContext).Assembly);
        LeaveOutWhatIsEmpty(builder.Model.FindEntityType(typeof(Opinion))!);
        LeaveOutWhatIsEmpty(builder.Model.FindEntityType(typeof(Forwarding))!);
        LeaveOutWhatIsEmpty(builder.Model.FindEntityType(typeof(HistoryEntry))!);
    }

    /// <summary>Most opinions are under no topic, merged into none, watched by nobody: an index of such a column holds those that are, and whoever takes down an opinion does not wait for the others.</summary>
    private static void LeaveOutWhatIsEmpty(IMutableEntityType type)
    {
        foreach (var index in type.GetIndexes().Where(index => index.Properties is [{ IsNullable: true }]))
        {
            index.SetFilter($"\"{index.Properties[0].GetColumnName()}\" IS NOT NULL");
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <summary>Every moment is stored in UTC and read back as UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        moment => moment.ToUniversalTime(), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
