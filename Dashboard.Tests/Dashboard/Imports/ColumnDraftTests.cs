using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>What a person says of a file's sheets and columns.</summary>
public sealed class ColumnDraftTests
{
    [Fact]
    public async Task The_first_visible_sheet_that_looks_like_a_ledger_is_chosen_beforehand()
    {
        var draft = await DraftAsync();

        Assert.Equal(("台账", 2, true), (draft.Sheet, draft.HeaderLine, draft.IsReadable));
        draft.TakeSheet("封面");
        Assert.Equal(("封面", false), (draft.Sheet, draft.IsReadable));
    }

    [Fact]
    public async Task What_is_needed_is_asked_for_in_a_sentence()
    {
        var draft = await DraftAsync();
        draft.Say(2, null);
        Assert.Equal("还没有指明哪一列是“意见内容”（或“标题”）。", Refused(draft));

        draft.Say(2, LedgerColumn.Title);
        draft.RequireReadable();

        draft.Say(1, null);
        Assert.Equal("还没有指明哪一列是“收集日期”。没有日期不知道计入哪一年。", Refused(draft));
    }

    [Fact]
    public async Task Two_columns_cannot_mean_the_same()
    {
        var draft = await DraftAsync();
        draft.Say(0, LedgerColumn.Text);

        Assert.Equal("有 2 列都选作“意见内容”，请只留一列。", Refused(draft));
    }

    [Fact]
    public async Task A_remembered_mapping_leads_to_the_sheet_and_row_it_fits_and_choosing_another_row_forgets_it()
    {
        var mapping = new ColumnMapping("封面上的", [new("接待选民台账", LedgerColumn.Text)]);
        var draft = new ColumnDraft(await LookAsync(), [mapping]);
        Assert.Equal(("封面", 1, "封面上的"), (draft.Sheet, draft.HeaderLine, draft.Mapping));

        draft.TakeHeader(1);

        Assert.Null(draft.Mapping);
        Assert.Empty(draft.Columns);
    }

    private static string Refused(ColumnDraft draft) => Assert.Throws<RuleBrokenException>(draft.RequireReadable).Message;

    private static async Task<ColumnDraft> DraftAsync() => new(await LookAsync(), []);

    private static async Task<IReadOnlyList<SheetLook>> LookAsync()
    {
        var content = SomeLedger.Excel(workbook =>
        {
            SomeLedger.Fill(workbook.AddWorksheet("封面"), ["接待选民台账"]);
            SomeLedger.Fill(workbook.AddWorksheet("台账"), ["八角街道"], ["编号", "收集日期", "意见内容"], ["A1", "2025-05-06", "路灯不亮"]);
        });
        return LedgerSheets.Look(await LedgerFile.OpenAsync(new MemoryStream(content), "台账.xlsx", TestContext.Current.CancellationToken));
    }
}
