namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>Ledgers as offices really keep them. They are not ours to pass on, so they lie outside the repository.</summary>
public sealed class RealLedgerTests
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("LIAISON_REAL_INPUT");

    [Theory]
    [InlineData("beijing_letters_2021-08_2022-02.xlsx")]
    [InlineData("beijing_letters_2021-08_2022-02.csv")]
    public async Task The_letters_are_492_answers_to_490_letters(string file)
    {
        var sheet = await PickAsync(file);
        var rows = sheet.Rows().ToList();
        Assert.Equal(["类型", "来源网址"], sheet.Header.Unrecognised);
        Assert.Equal(492, rows.Count);
        Assert.Equal(490, rows.Select(row => row.Text(LedgerColumn.Number)).Distinct().Count());
        Assert.Equal(20, rows.Select(row => row.Text(LedgerColumn.Organ)).Distinct().Count());
        Assert.Equal(Enumerable.Range(2, 492), rows.Select(row => row.Line));
        Assert.All(rows, row => Assert.True(Day(row, LedgerColumn.ReceivedOn) <= Day(row, LedgerColumn.AnsweredOn)));
    }

    [Fact]
    public async Task The_letters_say_the_same_as_a_workbook_and_as_a_text_table()
    {
        var workbook = await PickAsync("beijing_letters_2021-08_2022-02.xlsx");
        var table = await PickAsync("beijing_letters_2021-08_2022-02.csv");
        Assert.Equal(workbook.Header.Columns.Order(), table.Header.Columns.Order());
        Assert.Equal(Words(workbook), Words(table));
    }

    [Fact]
    public async Task The_messages_are_2816_and_every_day_in_them_can_be_read()
    {
        var rows = (await PickAsync("附件4.xlsx")).Rows().ToList();
        Assert.Equal(2_816, rows.Count);
        Assert.Equal(2_816, rows.Select(row => row.Text(LedgerColumn.Number)).Distinct().Count());
        Assert.All(rows, row => Assert.NotNull(Day(row, LedgerColumn.AnsweredOn)));
        var byYear = rows.CountBy(row => Day(row, LedgerColumn.ReceivedOn)!.Value.Year).ToDictionary();
        Assert.Equal((5, 886, 4), (byYear[2011], byYear[2019], byYear[2020]));
    }

    [Fact]
    public async Task The_messages_are_clean_and_whole()
    {
        var rows = (await PickAsync("附件4.xlsx")).Rows().ToList();
        Assert.All(rows, row => Assert.NotEqual("", row.Text(LedgerColumn.Text)));
        Assert.All(rows.SelectMany(row => new[] { row.Text(LedgerColumn.Text), row.Text(LedgerColumn.Reply) }), words =>
        {
            Assert.DoesNotContain("_x000D_", words, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', words);
            Assert.DoesNotContain('\u200B', words);
            Assert.Equal(words.Trim(), words);
        });
        Assert.True(rows.Max(row => row.Text(LedgerColumn.Reply).Length) > 7_800);
    }

    [Fact]
    public async Task A_taxonomy_is_no_ledger_and_is_refused() => await Assert.ThrowsAsync<LedgerRefusedException>(() => PickAsync("附件1.xlsx"));

    private static async Task<LedgerSheet> PickAsync(string file)
    {
        Assert.SkipWhen(Folder is null, "LIAISON_REAL_INPUT is not set: it names a folder of real ledgers, which are not part of the repository.");
        await using var stream = File.OpenRead(Path.Combine(Folder!, file));
        return LedgerSheets.Pick(await LedgerFile.OpenAsync(stream, file, TestContext.Current.CancellationToken));
    }

    private static DateOnly? Day(LedgerRow row, LedgerColumn column) =>
        row.TryDate(column, null, out var on, out var refusal) ? on : throw new InvalidOperationException($"{row.Line}: {refusal}");

    private static List<string> Words(LedgerSheet sheet) =>
        [.. sheet.Rows().Select(row => string.Join('|', Enum.GetValues<LedgerColumn>().Select(row.Text).Prepend($"{row.Line}")))];
}
