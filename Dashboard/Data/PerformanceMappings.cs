using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data;

internal sealed class ContactSessionMapping : IEntityTypeConfiguration<ContactSession>
{
    public void Configure(EntityTypeBuilder<ContactSession> session)
    {
        session.Property(s => s.Version).IsConcurrencyToken();
        session.HasIndex(s => new { s.StationId, s.On });
        session.HasIndex(s => s.On);
        session.HasOne<Station>().WithMany().HasForeignKey(s => s.StationId).OnDelete(DeleteBehavior.Restrict);
        session.HasMany(s => s.Deputies).WithOne().HasForeignKey(link => link.SessionId);
    }
}

internal sealed class SessionDeputyMapping : IEntityTypeConfiguration<SessionDeputy>
{
    public void Configure(EntityTypeBuilder<SessionDeputy> link)
    {
        link.ToTable("SessionDeputies").HasKey(l => new { l.SessionId, l.DeputyId });
        link.HasOne<Deputy>().WithMany().HasForeignKey(l => l.DeputyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PerformanceReportMapping : IEntityTypeConfiguration<PerformanceReport>
{
    public void Configure(EntityTypeBuilder<PerformanceReport> report)
    {
        report.HasIndex(r => new { r.DeputyId, r.Year }).IsUnique();
        report.HasOne<Deputy>().WithMany().HasForeignKey(r => r.DeputyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecordObjectionMapping : IEntityTypeConfiguration<RecordObjection>
{
    public void Configure(EntityTypeBuilder<RecordObjection> objection) =>
        objection.HasOne<Deputy>().WithMany().HasForeignKey(o => o.DeputyId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.HasIndex(f => f.Hash).IsUnique();
        feed.HasOne<Deputy>().WithMany().HasForeignKey(f => f.DeputyId).OnDelete(DeleteBehavior.Restrict);
        feed.HasOne<Station>().WithMany().HasForeignKey(f => f.StationId).OnDelete(DeleteBehavior.Restrict);
    }
}
