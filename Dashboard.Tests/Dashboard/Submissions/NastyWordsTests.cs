using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Domain.Submissions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>Whatever a voter types goes from the form to the opinion's page and the receipt as it was typed: nothing lost, nothing carried out.</summary>
public sealed class NastyWordsTests(SpeakSite site) : IClassFixture<SpeakSite>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>As typed, and as kept where the two differ.</summary>
    private static (string Typed, string Kept)[] Strings { get; } =
    [
        .. new[]
        {
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><script>alert(2)</script>", "<!-- 注释 --> 正文", "&lt;b&gt; &amp; &nbsp; &#x41;", "<b>粗</b><i>斜</i>",
            "'; DROP TABLE Submissions; --", "1' OR '1'='1", "\" OR 1=1 --", "%' AND 1=0 UNION SELECT *", "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>", "@(1+1) @Model {0} {{0}} {words}", "%s %n %d %x", "$(rm -rf /) `id` ; ls | cat",
            "=1+1", "=HYPERLINK(\"http://a.example\")", "+86 138", "-2+3", "@SUM(A1)", "\\u0041 \\x41 \\n \\0", "C:\\路径\\文件.txt", "../../../../etc/passwd", "file:///etc/passwd javascript:alert(1)",
            "مرحبا بالعالم", "שלום עולם", "\u202E倒过来的字\u202C 又正了", "\u2066隔离\u2069", "零\u200B宽\u200C度\u200D连\uFEFF接", "e\u0301 é Å Å", "Z̸̡͖a̷l̴g̵o̶",
            "👨‍👩‍👧‍👦 一家四口", "🏳️‍🌈🇨🇳", "𠮷野家 𠀀 𪚥", "㊗️ ① Ⅳ ㎡", "ＡＢＣ１２３　全角", "ﾊﾝｶｸ 한글 ไทย हिन्दी", "第一行\n\n第三行\t有制表符", "“弯引号”—破折号…省略号", "null", "undefined NaN Infinity true", "0x0 1e309 00012",
            new string('字', Submission.LongestWords),
        }.Select(same => (same, same)),
        ("空\0字符", "空字符"), ("响\a铃\b退\u001b格\u007f删", "响铃退格删"), ("半个\uD83D字", "半个\uFFFD字"), ("回车\r\n换行\r又回车", "回车\n换行\n又回车"), ("\uFFFE不是字符\uFFFF", "不是字符"),
    ];

    public static TheoryData<int> Places { get; } = [.. Enumerable.Range(0, Strings.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task It_is_kept_and_shown_as_it_was_typed(int place)
    {
        var (typed, kept) = Strings[place];
        var (number, code) = SpeakSite.ReceiptIn(await site.SpeakAsync(typed));

        var opinion = await AcceptAsync(number, kept);

        using var office = new PlainBrowser(site.Site.Address, await site.Site.OfficeAsync());
        using var answer = await office.GetAsync(Addresses.Opinion(opinion));
        var shown = await answer.Content.ReadAsStringAsync(Cancelled);
        foreach (var line in kept.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Assert.Contains(line, WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
        }

        Assert.DoesNotMatch("<script(?![^>]*(nonce|type))[^>]*>alert", shown);
        Assert.DoesNotMatch("<img[^>]*onerror", shown);
        var told = await site.LookUpAsync(number, code);
        Assert.Contains($"“{kept}”", told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_page_can_carry_is_left_out_and_nothing_else() =>
        Assert.All(Strings.Where(pair => !pair.Typed.Contains('\uD83D', StringComparison.Ordinal) || pair.Typed == pair.Kept), pair => Assert.Equal(pair.Kept, SpokenText.Of(pair.Typed)));

    private async Task<string> AcceptAsync(string number, string kept)
    {
        using var scope = site.Site.Scope();
        await using var db = site.Rows();
        var submission = await db.Receipts.Where(receipt => receipt.Number == number).Select(receipt => receipt.Submission!).SingleAsync(Cancelled);
        Assert.Equal(kept.Trim(), submission.Words);
        var detail = (await scope.ServiceProvider.GetRequiredService<SubmissionQueries>().FindAsync(submission.Id, Cancelled))!;
        var opinion = await scope.ServiceProvider.GetRequiredService<SubmissionDesk>().AcceptAsync(detail.Seen, AcceptForm.For(detail));
        Assert.Equal(kept.Trim(), await db.Opinions.Where(known => known.Number == opinion).Select(known => known.Words).SingleAsync(Cancelled));
        return opinion;
    }
}
