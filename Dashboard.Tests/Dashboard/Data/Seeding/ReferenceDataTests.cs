using Microsoft.EntityFrameworkCore;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Organs;
using VoterLiaison.Domain.Stations;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Data.Seeding;

public sealed class ReferenceDataTests
{
    [Fact]
    public async Task A_new_folder_has_the_ten_units_in_official_order_with_one_Home_each()
    {
        await using var workplace = await LiaisonWorkplace.OpenAsync(new DateOnly(2026, 3, 2));

        var units = await workplace.The<StationDirectory>().ByUnitAsync(Reach.All, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["八宝山街道", "老山街道", "八角街道", "古城街道", "苹果园街道", "金顶街街道", "广宁街道", "五里坨街道", "鲁谷街道", "首钢代表联组"],
            units.Select(unit => unit.Unit.ShortName));
        Assert.All(units, unit => Assert.Equal(StationKind.Home, Assert.Single(unit.Stations).Kind));
        Assert.Equal(LiaisonUnitKind.JointGroup, units[^1].Unit.Kind);
    }

    [Fact]
    public async Task One_government_one_commission_and_two_courts_of_law_are_among_the_organs()
    {
        await using var workplace = await LiaisonWorkplace.OpenAsync(new DateOnly(2026, 3, 2));
        await using var db = workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();

        var kinds = await db.Organs.Select(organ => organ.Kind).Distinct().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Enum.GetValues<OrganKind>().Except([OrganKind.Outside]), kinds.Order());
        Assert.Equal(Enumerable.Range(1, 9), (await db.Categories.Where(category => category.Shortcut != null).Select(category => category.Shortcut!.Value)
            .ToListAsync(TestContext.Current.CancellationToken)).Order());
    }

    [Fact]
    public async Task What_the_office_has_changed_is_not_put_back()
    {
        await using var workplace = await LiaisonWorkplace.OpenAsync(new DateOnly(2026, 3, 2));
        await using var db = workplace.The<IDbContextFactory<LiaisonDbContext>>().CreateDbContext();
        await db.Categories.Where(category => category.Code == "QT").ExecuteDeleteAsync(TestContext.Current.CancellationToken);

        await workplace.The<ReferenceData>().AddWhereMissingAsync(TestContext.Current.CancellationToken);

        Assert.False(await db.Categories.AnyAsync(category => category.Code == "QT", TestContext.Current.CancellationToken));
    }
}
