using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Audit;

public sealed class SettingsInForceTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_start_tells_what_is_not_at_its_default_and_a_later_one_what_changed()
    {
        await using var house = await LiaisonHouse.OpenAsync("--Liaison:FeedbackWithinDays=20", "--SignIn:SecondFactorFor:0=Administrator");
        await house.The<SettingsInForce>().RecordAsync(Cancelled);
        Assert.False(await house.The<SettingsInForce>().RecordAsync(Cancelled));

        await using var changed = house.Another("--Liaison:FeedbackWithinDays=20", "--SignIn:IdleMinutes=10", "--Network:TrustedProxies:0=10.0.0.1", "--Network:TrustedProxies:1=10.0.0.2");
        Assert.True(await changed.The<SettingsInForce>().RecordAsync(Cancelled));
        Assert.False(await changed.The<SettingsInForce>().RecordAsync(Cancelled));

        await using var back = house.Another();
        Assert.True(await back.The<SettingsInForce>().RecordAsync(Cancelled));

        var folder = $"Liaison:DataDirectory：./data → {house.Folder}";
        var told = await ToldAsync(house);
        Assert.Equal([folder, "Liaison:FeedbackWithinDays：15 → 20", "SignIn:SecondFactorFor：空 → Administrator"], told[0]);
        Assert.Equal(
            ["SignIn:IdleMinutes：30 → 10", "SignIn:SecondFactorFor：Administrator → 空", "Network:TrustedProxies：空 → 10.0.0.1、10.0.0.2", $"Liaison:DataDirectory：{house.Folder}", "Liaison:FeedbackWithinDays：20"],
            told[1]);
        Assert.Equal(
            ["Liaison:FeedbackWithinDays：20 → 15", "SignIn:IdleMinutes：10 → 30", "Network:TrustedProxies：10.0.0.1、10.0.0.2 → 空", $"Liaison:DataDirectory：{house.Folder}"], told[2]);
    }

    [Fact]
    public async Task A_long_value_is_cut_and_still_known_from_another_with_the_same_beginning()
    {
        var name = new string('办', 80);
        await using var house = await LiaisonHouse.OpenAsync($"--Liaison:OfficeName={name}甲");
        await house.The<SettingsInForce>().RecordAsync(Cancelled);
        await using var other = house.Another($"--Liaison:OfficeName={name}乙");

        Assert.True(await other.The<SettingsInForce>().RecordAsync(Cancelled));

        Assert.Contains("…（共 81 字，", (await ToldAsync(house))[1][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_served_site_has_entered_its_settings_before_anybody_comes()
    {
        await using var site = new LiaisonSite();
        await using var db = await site.The<IDbContextFactory<VoterLiaison.Dashboard.Data.LiaisonDbContext>>().CreateDbContextAsync(Cancelled);

        var first = await db.AuditEntries.OrderBy(entry => entry.Id).FirstAsync(Cancelled);

        Assert.Equal((1, AuditAct.SettingsChanged, "系统"), (first.Id, first.Act, first.Who));
    }

    private static async Task<List<string[]>> ToldAsync(LiaisonHouse house)
    {
        await using var db = house.Rows();
        return (await db.AuditEntries.Where(entry => entry.Act == AuditAct.SettingsChanged).OrderBy(entry => entry.Id).Select(entry => entry.Detail).ToListAsync(Cancelled))
            .ConvertAll(detail => detail.Split('\n'));
    }
}
