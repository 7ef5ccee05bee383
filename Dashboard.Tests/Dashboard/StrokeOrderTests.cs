namespace VoterLiaison.Dashboard;

public sealed class StrokeOrderTests
{
    [Fact]
    public void Surnames_stand_by_their_strokes_and_of_as_many_by_the_first_stroke_that_differs() =>
        Assert.Equal("丁 王 邓 刘 李 吴 张 陈 周 赵", string.Join(' ', "赵 张 李 王 丁 陈 邓 刘 周 吴".Split(' ').Order(StrokeOrder.Instance)));

    [Fact]
    public void Of_one_surname_the_given_name_decides_and_the_shorter_comes_first() =>
        Assert.Equal("王一 王一丁 王五 王珍", string.Join(' ', "王珍 王五 王一丁 王一".Split(' ').Order(StrokeOrder.Instance)));

    [Fact]
    public void What_is_no_character_comes_last() => Assert.Equal(["籍", "A"], new[] { "A", "籍" }.Order(StrokeOrder.Instance));
}
