using Microsoft.Playwright;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.TestKit;
using static Microsoft.Playwright.Assertions;

namespace VoterLiaison.Browser;

/// <summary>An old ledger on its way in and out again, while somebody else looks at the board.</summary>
public sealed class ImportJourneyTests
{
    private const string Collected = "board-BJ01-collected";

    [Fact]
    public async Task A_ledger_is_checked_written_seen_on_the_board_and_taken_back()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = new LiaisonSite();
        var board = await chromium.OpenAsync(site.Address, person: await site.OfficeAsync());
        var clerk = await chromium.OpenAsync(site.Address, person: await site.OfficeAsync());
        await site.WatchedByAsync(browsers: 2);
        await Expect(board.GetByTestId(Collected)).ToHaveTextAsync("–0");

        await clerk.GetByRole(AriaRole.Link, new() { Name = "导入台账" }).ClickAsync();
        await clerk.GetByTestId("station").SelectOptionAsync(new SelectOptionValue { Value = "BJ01" });
        await clerk.GetByTestId("file").SetInputFilesAsync(Ledger(site.The<TimeProvider>().Today()));
        await Expect(clerk.GetByText("来信.xlsx")).ToBeVisibleAsync();
        await clerk.GetByTestId("try").ClickAsync();
        await Expect(clerk.GetByTestId("opinions")).ToHaveTextAsync("3");
        await Expect(clerk.GetByTestId("figures")).ToContainTextAsync("答复1 件");
        await Expect(clerk.GetByTestId("outcome")).ToHaveTextAsync("只作核对，什么也没有写入。");
        await Expect(clerk.GetByTestId("batches")).ToHaveCountAsync(0);

        await clerk.GetByTestId("write").ClickAsync();
        await Expect(clerk.GetByTestId("outcome")).ToHaveTextAsync("已登记 3 件，为第 1 批导入，可以整批撤销。");
        await Expect(board.GetByTestId(Collected)).ToHaveTextAsync("3");
        await Expect(clerk.GetByTestId("batch-1")).ToContainTextAsync("来信.xlsx");

        await clerk.GetByTestId("undo").ClickAsync();
        await clerk.GetByTestId("undo-yes").ClickAsync();
        await Expect(clerk.GetByTestId("batch-1")).ToContainTextAsync("已撤销");
        await Expect(board.GetByTestId(Collected)).ToHaveTextAsync("–0");
    }

    private static FilePayload Ledger(DateOnly on)
    {
        var day = on.ToDateTime(TimeOnly.MinValue);
        return new FilePayload
        {
            Name = "来信.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = SomeLedger.Excel(
                ["编号", "收集日期", "意见内容", "承办单位", "答复日期", "答复内容"],
                ["L1", day, "路灯不亮", "区城市管理委", day, "已修复。"],
                ["L2", day, "停车难"],
                ["L3", day, "暖气不热"]),
        };
    }
}
