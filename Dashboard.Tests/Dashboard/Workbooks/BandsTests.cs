namespace VoterLiaison.Dashboard.Workbooks;

public sealed class BandsTests
{
    [Fact]
    public void Words_share_the_width_of_the_table() =>
        Assert.Equal([(1, 1, "填表人："), (2, 4, "审核人："), (5, 7, "日期：")], Bands.Over(Columns(30, 10, 10, 10, 10, 10, 10), "填表人：", "审核人：", "日期："));

    [Fact]
    public void Words_that_find_no_room_side_by_side_stand_in_one_line() =>
        Assert.Equal([(1, 3, "填表人：张三李四王五　　　　日期：")], Bands.Over(Columns(10, 40, 10), "填表人：张三李四王五", "", "日期："));

    [Fact]
    public void More_words_than_columns_stand_in_one_line() => Assert.Equal([(1, 1, "甲　　　　乙")], Bands.Over(Columns(80), "甲", "乙"));

    private static List<Column> Columns(params IEnumerable<double> widths) => [.. widths.Select(width => new Column("", width))];
}
