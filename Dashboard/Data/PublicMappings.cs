using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VoterLiaison.Domain.Activities;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Notices;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Stations;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Data;

internal sealed class SubmissionMapping : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.Property(s => s.Version).IsConcurrencyToken();
        submission.Ignore(s => s.IsOpen).Ignore(s => s.Passings);
        submission.HasIndex(s => s.Form).IsUnique();
        submission.HasIndex(s => new { s.Stage, s.StationId });
        submission.HasOne<Station>().WithMany().HasForeignKey(s => s.StationId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<Deputy>().WithMany().HasForeignKey(s => s.DeputyId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<Category>().WithMany().HasForeignKey(s => s.CategoryId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<Opinion>().WithMany().HasForeignKey(s => s.OpinionId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<Inquiry>().WithMany().HasForeignKey(s => s.InquiryId).OnDelete(DeleteBehavior.Restrict);
        submission.HasMany(s => s.Entries).WithOne().HasForeignKey(entry => entry.SubmissionId);
    }
}

internal sealed class SubmissionEntryMapping : IEntityTypeConfiguration<SubmissionEntry>
{
    public void Configure(EntityTypeBuilder<SubmissionEntry> entry) => entry.ToTable("SubmissionEntries").HasIndex(e => new { e.SubmissionId, e.Sequence }).IsUnique();
}

internal sealed class ReceiptMapping : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.HasIndex(r => r.Number).IsUnique();
        receipt.HasOne(r => r.Submission).WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        receipt.HasOne<Opinion>().WithMany().HasForeignKey(r => r.OpinionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReceiptSeriesMapping : IEntityTypeConfiguration<ReceiptSeries>
{
    public void Configure(EntityTypeBuilder<ReceiptSeries> series)
    {
        series.HasKey(s => s.Year);
        series.Property(s => s.Year).ValueGeneratedNever();
    }
}

internal sealed class ReceiptSecretMapping : IEntityTypeConfiguration<ReceiptSecret>
{
    public void Configure(EntityTypeBuilder<ReceiptSecret> secret) => secret.Property(s => s.Id).ValueGeneratedNever();
}

internal sealed class ProgressNoticeMapping : IEntityTypeConfiguration<ProgressNotice>
{
    public void Configure(EntityTypeBuilder<ProgressNotice> notice)
    {
        notice.HasIndex(n => n.PublishedOn);
        notice.HasOne<Opinion>().WithMany().HasForeignKey(n => n.OpinionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PictureMapping : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.HasOne<Submission>().WithMany().HasForeignKey(p => p.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        picture.HasOne<Opinion>().WithMany().HasForeignKey(p => p.OpinionId).OnDelete(DeleteBehavior.Restrict);
        picture.HasOne<ContactSession>().WithMany().HasForeignKey(p => p.SessionId).OnDelete(DeleteBehavior.Restrict);
        picture.HasOne<Station>().WithMany().HasForeignKey(p => p.StationId).OnDelete(DeleteBehavior.Restrict);
    }
}
