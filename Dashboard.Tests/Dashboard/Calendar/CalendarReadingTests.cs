using System.Text;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Calendar;

public sealed class CalendarReadingTests
{
    private static readonly CalendarDay Holiday = SomeYear.Off(2027, 2, 6), Workday = SomeYear.Worked(2027, 1, 31);

    [Theory]
    [InlineData("日期,类型,名称\n2027-02-06,休,春节\n2027/1/31,班,春节")]
    [InlineData("2027年年历\n\n名称,日期,备注,类型\n春节,2月6日,,放假\n春节,20270131,,上班\n,,以通知为准,")]
    public async Task Days_are_read_by_their_headings_wherever_they_stand(string table)
    {
        var reading = await ReadAsync(Encoding.UTF8.GetBytes(table));

        Assert.Empty(reading.Refused);
        Assert.Equal([Holiday, Workday], reading.Days);
    }

    [Fact]
    public async Task A_table_saved_by_WPS_in_GB18030_is_read() =>
        Assert.Equal([Holiday], (await ReadAsync(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("日期,类型,名称\r\n2027-02-06,休,春节\r\n"))).Days);

    [Fact]
    public async Task A_workbook_is_read_with_its_date_cells_and_serial_numbers()
    {
        var workbook = SomeLedger.Excel(["日期", "类型", "名称"], [new DateTime(2027, 2, 6), "休", "春节"], [new DateTime(2027, 1, 31).ToOADate(), "班", "春节"]);

        Assert.Equal([Holiday, Workday], (await ReadAsync(workbook, "年历.xlsx")).Days);
    }

    [Fact]
    public async Task Each_row_that_cannot_be_taken_is_named_with_what_to_do_and_the_others_are_still_read()
    {
        var reading = await ReadAsync(Encoding.UTF8.GetBytes(
            "日期,类型,名称\n2027-02-06,休,春节\n某日,休,春节\n2027-02-07,假日,春节\n2027-02-08,,春节\n2026-12-31,休,元旦\n2027-02-01,班,春节\n2027-02-06,班,春节\n2027-02-09,休,\n2027-02-30,休,春节"));

        Assert.Equal([Holiday], reading.Days);
        Assert.Equal(
            [
                new(3, "“某日”看不出是哪一天，请写成 2024-03-05 这样的日期。"),
                new(4, "类型“假日”认不得，请写“休”或“班”。"),
                new(5, "没有写类型，请写“休”或“班”。"),
                new(6, "2026-12-31不在2027年。属于2026年的，请并入2026年的年历。"),
                new(7, "2027-02-01是周一，本来就上班；“班”只用于周六、周日。"),
                new(8, "2027-02-06写了两次，请只留一次。"),
                new(9, "2027-02-09没有写是哪个节日，请写上名称。"),
                new RefusedRow(10, "“2027-02-30”不是有效的日期：没有 2027年2月30日，请核对。"),
            ],
            reading.Refused);
    }

    [Theory]
    [InlineData("年历.csv", "日期,类型\n2027-02-06,休", "“年历.csv”里没有找到表头。")]
    [InlineData("年历.csv", "", "“年历.csv”是空文件")]
    [InlineData("年历.pdf", "日期,类型,名称", "只能导入 .xlsx 和 .csv 文件，“年历.pdf”不是。")]
    [InlineData("年历.xlsx", "日期,类型,名称", "“年历.xlsx”的扩展名是 .xlsx，内容却不是 Excel 工作簿。")]
    [InlineData("年历.csv", "日期,类型,名称\n\"2027-02-06,休,春节\n", "“年历.csv”第 2 行的引号不成对")]
    public async Task A_file_that_is_no_calendar_is_refused_with_a_sentence(string name, string content, string sentence) =>
        Assert.StartsWith(sentence, (await Assert.ThrowsAsync<RuleBrokenException>(() => ReadAsync(Encoding.UTF8.GetBytes(content), name))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_written_as_a_sample_can_be_loaded_again()
    {
        var year = SomeYear.Of(2027, Workday, Holiday);
        var file = CalendarFile.Write(year);

        Assert.Equal(Encoding.UTF8.GetPreamble(), file[..3]);
        Assert.Equal([Workday, Holiday], (await ReadAsync(file)).Days);
    }

    private static Task<CalendarReading> ReadAsync(byte[] content, string name = "年历.csv") => CalendarReading.ReadAsync(content, name, 2027, TestContext.Current.CancellationToken);
}
