using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Plans;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data;

internal sealed class OpinionMapping : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> opinion)
    {
        opinion.Property(o => o.Version).IsConcurrencyToken();
        opinion.Ignore(o => o.CurrentForwarding).Ignore(o => o.CurrentFeedback);

        opinion.HasIndex(o => o.Number).IsUnique();
        opinion.HasIndex(o => new { o.StationId, o.SourceNumber }).IsUnique();
        // Covers every count: a station-year is counted from this index alone, whatever the other stations and years hold.
        opinion.HasIndex(o => new { o.Year, o.StationId, o.Stage, o.AwaitingFeedbackSince, o.ConcludedOn, o.DueOn, o.GravelyDueOn, o.CollectedOn }).HasDatabaseName("IX_Opinions_Counts");
        opinion.HasIndex(o => o.CollectedOn);
        opinion.HasIndex(o => o.DueOn);
        opinion.HasIndex(o => o.LookAgainOn);
        opinion.HasIndex(o => o.SupervisedSince);
        opinion.HasIndex(o => o.SessionId);
        opinion.HasIndex(o => o.TopicId);

        opinion.HasOne<Station>().WithMany().HasForeignKey(o => o.StationId).OnDelete(DeleteBehavior.Restrict);
        opinion.HasOne<Category>().WithMany().HasForeignKey(o => o.CategoryId).OnDelete(DeleteBehavior.Restrict);
        opinion.HasOne<Organ>().WithMany().HasForeignKey(o => o.LeadOrganId).OnDelete(DeleteBehavior.Restrict);
        opinion.HasOne<Deputy>().WithMany().HasForeignKey(o => o.ConcernsDeputyId).OnDelete(DeleteBehavior.Restrict);
        opinion.HasOne<ContactSession>().WithMany().HasForeignKey(o => o.SessionId).OnDelete(DeleteBehavior.Restrict);
        opinion.HasOne<Topic>().WithMany().HasForeignKey(o => o.TopicId).OnDelete(DeleteBehavior.Restrict);
        opinion.HasOne<ImportBatch>().WithMany().HasForeignKey(o => o.ImportBatchId).OnDelete(DeleteBehavior.Restrict);
        opinion.HasOne<Opinion>().WithMany().HasForeignKey(o => o.LeadOpinionId).OnDelete(DeleteBehavior.Restrict);

        opinion.HasMany(o => o.Deputies).WithOne().HasForeignKey(d => d.OpinionId);
        opinion.HasMany(o => o.Voters).WithOne().HasForeignKey(v => v.OpinionId);
        opinion.HasMany(o => o.Forwardings).WithOne().HasForeignKey(f => f.OpinionId);
        opinion.HasMany(o => o.Feedbacks).WithOne().HasForeignKey(f => f.OpinionId);
        opinion.HasMany(o => o.History).WithOne().HasForeignKey(h => h.OpinionId);
    }
}

internal sealed class OpinionDeputyMapping : IEntityTypeConfiguration<OpinionDeputy>
{
    public void Configure(EntityTypeBuilder<OpinionDeputy> link)
    {
        link.ToTable("OpinionDeputies").HasKey(l => new { l.OpinionId, l.DeputyId });
        link.HasOne<Deputy>().WithMany().HasForeignKey(l => l.DeputyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpinionVoterMapping : IEntityTypeConfiguration<OpinionVoter>
{
    public void Configure(EntityTypeBuilder<OpinionVoter> link)
    {
        link.ToTable("OpinionVoters").HasKey(l => new { l.OpinionId, l.VoterId });
        link.HasOne(l => l.Voter).WithMany().HasForeignKey(l => l.VoterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VoterMapping : IEntityTypeConfiguration<Voter>
{
    public void Configure(EntityTypeBuilder<Voter> voter) => voter.HasIndex(v => v.Phone);
}

internal sealed class ForwardingMapping : IEntityTypeConfiguration<Forwarding>
{
    public void Configure(EntityTypeBuilder<Forwarding> forwarding)
    {
        forwarding.ToTable("Forwardings").Ignore(f => f.Standing);
        forwarding.HasIndex(f => f.ForwardedOn); // what was done on a day is read without what was done on others; so below
        forwarding.PrimitiveCollection(f => f.CoHandlerIds);
        forwarding.HasOne<Organ>().WithMany().HasForeignKey(f => f.LeadOrganId).OnDelete(DeleteBehavior.Restrict);
        forwarding.HasOne<Deputy>().WithMany().HasForeignKey(f => f.CityDeputyId).OnDelete(DeleteBehavior.Restrict);
        forwarding.HasMany(f => f.Answers).WithOne().HasForeignKey(a => a.ForwardingId);
    }
}

internal sealed class AnswerMapping : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> answer)
    {
        answer.ToTable("Answers");
        answer.HasIndex(a => a.AnsweredOn);
        answer.HasOne<Organ>().WithMany().HasForeignKey(a => a.OrganId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FeedbackMapping : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> feedback) => feedback.ToTable("Feedbacks").HasIndex(f => f.FedBackOn);
}

internal sealed class HistoryEntryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.HasIndex(e => new { e.OpinionId, e.Sequence }).IsUnique();
        entry.HasIndex(e => e.Submission).IsUnique();
        entry.HasIndex(e => e.At);
    }
}

internal sealed class OpinionSeriesMapping : IEntityTypeConfiguration<OpinionSeries>
{
    public void Configure(EntityTypeBuilder<OpinionSeries> series)
    {
        series.HasKey(s => new { s.StationId, s.Year });
        series.HasOne<Station>().WithMany().HasForeignKey(s => s.StationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportBatchMapping : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.HasIndex(b => b.Sha256);
        batch.HasOne<Station>().WithMany().HasForeignKey(b => b.StationId).OnDelete(DeleteBehavior.Restrict);
    }
}
