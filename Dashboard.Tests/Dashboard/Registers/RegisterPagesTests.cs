using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using VoterLiaison.Dashboard.Opinions;
using VoterLiaison.Dashboard.Pictures;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Registers;

public sealed class RegisterPagesTests : DashboardTestContext
{
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public RegisterPagesTests()
    {
        Services.AddRegisters();
        _dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task A_station_is_added_in_the_dialog_and_stands_below_its_unit()
    {
        var page = Render<RegistersPage>();
        _ = page.Find("[data-testid=unit-BJ] [data-testid=add-station]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=name]").ChangeAsync(new ChangeEventArgs { Value = "景晖联络站" });
        await _dialogs.Find("[data-testid=phone]").ChangeAsync(new ChangeEventArgs { Value = "10000008001" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("10000008001", page.Find("[data-testid=unit-BJ] [data-testid=station-BJ03]").TextContent));
    }

    [Fact]
    public async Task Closing_a_station_with_open_opinions_says_why_not_and_keeps_the_dialog()
    {
        await CollectAsync();
        var page = Render<RegistersPage>();
        _ = page.Find("[data-testid=station-BJ01] [data-testid=close-station]").ClickAsync(new());
        Assert.StartsWith("八角代表之家还有1件意见没有办结", _dialogs.WaitForElement("[data-testid=glance]").TextContent, StringComparison.Ordinal);

        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        Assert.Contains("请先选并入哪个家站", _dialogs.WaitForElement("[role=alert]").TextContent);

        await _dialogs.Find("[data-testid=successor]").ChangeAsync(new ChangeEventArgs { Value = "古城南路联络站" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("2026-03-03起并入古城南路联络站", page.Find("[data-testid=station-BJ01] [data-testid=state]").TextContent));
    }

    [Fact]
    public async Task A_closing_is_taken_back_in_the_dialog()
    {
        await The<RegisterDesk>().CloseStationAsync(District.BajiaoStation.Id, Today, null);
        var page = Render<RegistersPage>();
        _ = page.Find("[data-testid=station-BJ02] [data-testid=reopen-station]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=reason]").ChangeAsync(new ChangeEventArgs { Value = "选错了" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=station-BJ02] [data-testid=state]")));
    }

    [Fact]
    public async Task A_photo_is_made_anew_and_shown_and_what_is_none_is_refused_beside_the_button()
    {
        var page = Render<RegistersPage>();
        _ = page.Find("[data-testid=station-BJ01] [data-testid=photo]").ClickAsync(new());
        _dialogs.WaitForElement("[data-testid=photo-dialog]");
        var file = _dialogs.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>();
        file.UploadFiles(InputFileContent.CreateFromText("<svg/>", "door.jpg"));
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        _dialogs.WaitForAssertion(() => Assert.Contains("不是照片", _dialogs.Find("[role=alert]").TextContent));

        file.UploadFiles(InputFileContent.CreateFromBinary(SomePhoto.WithPlace(), "door.jpg"));
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForElement("[data-testid=station-BJ01] [data-testid=photo-shown]");
        await using (var db = Database.CreateDbContext())
        {
            Assert.DoesNotContain(SomePhoto.Camera, System.Text.Encoding.Latin1.GetString(Assert.Single(db.Pictures).Content), StringComparison.Ordinal);
        }

        _ = page.Find("[data-testid=station-BJ01] [data-testid=photo]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=remove-photo]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=photo-shown]")));
    }

    [Fact]
    public void Deputies_stand_in_official_order_and_by_strokes()
    {
        var page = Render<DeputiesPage>();
        Assert.Equal(["顾砚清", "陶知言", "裴见微"], Names(page));

        Services.GetRequiredService<NavigationManager>().NavigateTo(Addresses.DeputyRegister(new DeputyAddress { ByStrokes = true }));

        page = Render<DeputiesPage>();
        Assert.Equal(["顾砚清", "陶知言", "裴见微"], Names(page)); // 10, 10 and 14 strokes; 横 before 折
    }

    [Fact]
    public async Task What_a_deputy_carries_is_handed_over_and_the_dialog_says_how_many()
    {
        await The<OpinionDesk>().CollectAsync(new CollectForm { StationId = District.BajiaoHome.Id, Words = "路灯不亮", On = Today, DeputyIds = [District.Gu.Id] }, Guid.NewGuid());
        var page = Render<DeputiesPage>();
        _ = page.Find("[data-testid=deputy-17-0001] [data-testid=hand-over]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=to]").ChangeAsync(new ChangeEventArgs { Value = "陶知言" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());
        Assert.StartsWith("移交了1件。", _dialogs.WaitForElement("[data-testid=done]").TextContent, StringComparison.Ordinal);

        await _dialogs.Find("[data-testid=close]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("1", page.Find("[data-testid=deputy-17-0002] [data-testid=open]").TextContent));
    }

    [Fact]
    public async Task A_change_of_office_is_entered_and_stands_in_the_row()
    {
        var page = Render<DeputiesPage>();
        _ = page.Find("[data-testid=deputy-17-0001] [data-testid=change-office]").ClickAsync(new());
        await _dialogs.WaitForElement("[data-testid=status-Resigned]").ChangeAsync(new ChangeEventArgs { Value = "Resigned" });
        await _dialogs.Find("[data-testid=note]").ChangeAsync(new ChangeEventArgs { Value = "接受辞职" });
        await _dialogs.Find("[data-testid=confirm]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("2026-03-02起辞职（接受辞职）", page.Find("[data-testid=deputy-17-0001] [data-testid=state]").TextContent));
        Assert.Empty(page.FindAll("[data-testid=deputy-17-0001] [data-testid=sheet]"));
    }

    [Fact]
    public void A_units_staff_see_their_own_stations_and_cannot_touch_units_and_organs()
    {
        IsSeenBy(new Rights([new Holding(Role.UnitStaff, Reach.OfStations(District.BajiaoHome.Id, District.BajiaoStation.Id))]));

        Assert.Empty(Render<RegistersPage>().FindAll("[data-testid=unit-SG], [data-testid=change-unit], [data-testid=add-unit]"));
        Assert.Empty(Render<OrgansPage>().FindAll("[data-testid=add-organ], [data-testid=change-organ], [data-testid=retire-organ]"));
        Assert.Empty(Render<DeputiesPage>().FindAll("[data-testid=deputy-16-0001]"));
    }

    [Fact]
    public async Task A_roster_is_checked_before_it_is_taken_over()
    {
        var page = Render<RosterPage>();
        page.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromText("代表证号,姓名,届次,选区,街道\n17-0100,新代表,17,31,八角\n,没有证号,17,31,八角", "roster.csv"));
        await page.Find("[data-testid=check]").ClickAsync(new());
        Assert.Equal("新增 1 位　变更 0 位　不变 0 位　不能录入 1 行", page.WaitForElement("[data-testid=sums]").TextContent);

        await page.Find("[data-testid=take-over]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("新增 1 位，变更 0 位。有 1 行没有录入", page.Find("[data-testid=taken]").TextContent));
        Assert.Contains("新代表", Names(Render<DeputiesPage>()));
    }

    private static IEnumerable<string> Names(IRenderedComponent<DeputiesPage> page) => page.FindAll("[data-testid=deputies] .known-as > b").Select(name => name.TextContent);
}
