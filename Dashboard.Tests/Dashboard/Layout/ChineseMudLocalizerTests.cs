namespace VoterLiaison.Dashboard.Layout;

public sealed class ChineseMudLocalizerTests
{
    private readonly ChineseMudLocalizer _localizer = new();

    [Fact]
    public void Controls_speak_Chinese_to_a_screen_reader() =>
        Assert.Equal("下一月 2026年12月", _localizer["MudBaseDatePicker_NextMonth", "2026年12月"].Value);

    [Fact]
    public void What_it_does_not_know_is_left_to_MudBlazor() =>
        Assert.True(_localizer["MudColorPicker_Open"].ResourceNotFound);
}
