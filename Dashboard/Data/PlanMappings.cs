using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data;

internal sealed class ContactPlanMapping : IEntityTypeConfiguration<ContactPlan>
{
    public void Configure(EntityTypeBuilder<ContactPlan> plan)
    {
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.HasIndex(p => new { p.Year, p.UnitId });
        plan.HasOne<LiaisonUnit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<ContactPlan>().WithMany().HasForeignKey(p => p.CopiedFromId).OnDelete(DeleteBehavior.Restrict);
        plan.HasMany(p => p.Sessions).WithOne().HasForeignKey(line => line.PlanId);
    }
}

internal sealed class PlannedSessionMapping : IEntityTypeConfiguration<PlannedSession>
{
    public void Configure(EntityTypeBuilder<PlannedSession> line)
    {
        line.ToTable("PlannedSessions").Ignore(l => l.Lacking).Ignore(l => l.Facts);
        line.HasIndex(l => l.SessionId).IsUnique();
        line.HasIndex(l => l.On);
        line.HasOne<Station>().WithMany().HasForeignKey(l => l.StationId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Topic>().WithMany().HasForeignKey(l => l.TopicId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<ContactSession>().WithMany().HasForeignKey(l => l.SessionId).OnDelete(DeleteBehavior.Restrict);
        line.HasMany(l => l.Deputies).WithOne().HasForeignKey(link => link.PlannedSessionId);
    }
}

internal sealed class PlannedDeputyMapping : IEntityTypeConfiguration<PlannedDeputy>
{
    public void Configure(EntityTypeBuilder<PlannedDeputy> link)
    {
        link.ToTable("PlannedDeputies").HasKey(l => new { l.PlannedSessionId, l.DeputyId });
        link.HasOne<Deputy>().WithMany().HasForeignKey(l => l.DeputyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TopicMapping : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic) => topic.HasIndex(t => t.Year);
}
