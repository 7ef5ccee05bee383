using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>One account of each role, to try the system with. Their password is published; they come with the demonstration and never without it.</summary>
public static class DemonstrationAccounts
{
    public const string Password = "Liaison-Demo-2026";

    private const string Unit = "BJ";
    private const string Station = "BJ02";
    internal const string Deputy = "17-0038";

    internal static async Task AddAsync(LiaisonDbContext db, People people, DateTime now, CancellationToken cancellationToken)
    {
        var unit = await db.Units.SingleAsync(u => u.Code == Unit, cancellationToken);
        var station = await db.Stations.SingleAsync(s => s.Code == Station, cancellationToken);
        var deputy = await db.Deputies.SingleAsync(d => d.Code == Deputy, cancellationToken);
        var district = people.Clerks.Where(clerk => clerk.Unit is null).Select(clerk => clerk.Name).ToList();
        var ofUnit = people.Clerks.First(clerk => clerk.Unit == Unit).Name;
        var hasher = new PasswordHasher<Account>();
        db.AddRange(
            Make("office", district[0], Grant.Of(Role.LiaisonOffice)),
            Make("unit", ofUnit, Grant.Of(Role.UnitStaff, unitId: unit.Id)),
            Make("station", district[^1], Grant.Of(Role.StationStaff, stationId: station.Id)),
            Make("deputy", deputy.Name, Grant.Of(Role.Deputy, deputyId: deputy.Id)),
            Make("admin", "系统管理员", Grant.Of(Role.Administrator)),
            Make("auditor", "审计员", Grant.Of(Role.Auditor)));

        Account Make(string userName, string name, Grant grant)
        {
            var account = new Account
            {
                UserName = userName,
                NormalizedUserName = userName.ToUpperInvariant(),
                Name = name,
                CreatedAt = now,
                PasswordSetAt = now,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
                IsDemonstration = true,
            };
            account.PasswordHash = hasher.HashPassword(account, Password);
            account.Hold(grant);
            return account;
        }
    }
}
