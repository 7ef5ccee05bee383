using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Data.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.HasMany(a => a.Grants).WithOne().HasForeignKey(grant => grant.AccountId);
        account.HasMany(a => a.FormerPasswords).WithOne().HasForeignKey(password => password.AccountId);
    }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.ToTable("Grants");
        grant.HasOne<LiaisonUnit>().WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Station>().WithMany().HasForeignKey(g => g.StationId).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Deputy>().WithMany().HasForeignKey(g => g.DeputyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FormerPasswordMapping : IEntityTypeConfiguration<FormerPassword>
{
    public void Configure(EntityTypeBuilder<FormerPassword> password) => password.ToTable("FormerPasswords");
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        session.HasIndex(s => s.EndedAt);
    }
}

internal sealed class DisplayKeyMapping : IEntityTypeConfiguration<DisplayKey>
{
    public void Configure(EntityTypeBuilder<DisplayKey> key)
    {
        key.ToTable("DisplayKeys");
        key.HasIndex(k => k.Hash).IsUnique();
    }
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("SavedViews");
        view.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId);
        view.HasIndex(v => new { v.AccountId, v.Name }).IsUnique();
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.HasIndex(e => e.At);
    }
}
