using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Plans;
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
        session.HasIndex(s => s.TopicId);
        session.Ignore(s => s.IsMoved);
        session.Ignore(s => s.Number);
        session.HasMany(s => s.Deputies).WithOne().HasForeignKey(link => link.SessionId);
        session.HasMany(s => s.Entries).WithOne().HasForeignKey(entry => entry.SessionId);
        session.HasOne<Topic>().WithMany().HasForeignKey(s => s.TopicId).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<ContactPlan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionEntryMapping : IEntityTypeConfiguration<SessionEntry>
{
    public void Configure(EntityTypeBuilder<SessionEntry> entry) => entry.ToTable("SessionEntries").HasIndex(e => new { e.SessionId, e.Sequence }).IsUnique();
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
    public void Configure(EntityTypeBuilder<RecordObjection> objection)
    {
        objection.HasOne<Deputy>().WithMany().HasForeignKey(o => o.DeputyId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<ContactSession>().WithMany().HasForeignKey(o => o.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InquiryMapping : IEntityTypeConfiguration<Inquiry>
{
    public void Configure(EntityTypeBuilder<Inquiry> inquiry)
    {
        inquiry.Property(i => i.Version).IsConcurrencyToken();
        inquiry.Ignore(i => i.Number);
        inquiry.HasIndex(i => new { i.Stage, i.StationId });
        inquiry.HasOne<Deputy>().WithMany().HasForeignKey(i => i.DeputyId).OnDelete(DeleteBehavior.Restrict);
        inquiry.HasOne<Station>().WithMany().HasForeignKey(i => i.StationId).OnDelete(DeleteBehavior.Restrict);
        inquiry.HasMany(i => i.Entries).WithOne().HasForeignKey(entry => entry.InquiryId);
    }
}

internal sealed class InquiryEntryMapping : IEntityTypeConfiguration<InquiryEntry>
{
    public void Configure(EntityTypeBuilder<InquiryEntry> entry) => entry.ToTable("InquiryEntries").HasIndex(e => new { e.InquiryId, e.Sequence }).IsUnique();
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
