using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;
using VoterLiaison.Dashboard.Verifying;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Opinions;

public sealed class ErasingVotersTests
{
    private const string Name = "𠮷田小明";
    private const string Phone = "10000000058";
    private static readonly DateOnly Today = LiaisonHouse.Today;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_erased_is_in_no_byte_of_the_database_its_log_or_its_index()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        await CrowdAsync(house, before: true);
        var seen = await SpokenAsync(house);
        await CrowdAsync(house, before: false); // pages are split and rows move, which leaves copies behind
        await house.Desk.FeedBackAsync(await house.Desk.AnsweredAsync(await house.Desk.ForwardedAsync(seen, house.District, Today), Today), new FeedbackFacts(FeedbackMeans.Telephone, "顾砚清", $"已告诉{Name}。", Today));
        await using (var reader = house.Behind())
        {
            await using var reading = reader.BeginTransaction(deferred: true);
            Assert.True(InFiles(house)); // it was written, and somebody has it open
        }

        var erasure = await house.Desk.EraseVotersAsync(seen.Next(3), $"{Name}来电要求。");

        Assert.True(erasure.IsClean);
        Assert.Equal(["2026-BJ01-0041"], erasure.Opinions);
        Assert.False(InFiles(house));
        Assert.Empty((await house.The<Verification>().RunAsync(new Nobody(), Cancelled)).Differences);
        await using var db = house.Rows();
        Assert.False(await db.Voters.AnyAsync(voter => voter.Name == Name, Cancelled));
        Assert.Equal(4, await db.Set<HistoryEntry>().CountAsync(entry => entry.OpinionId == seen.OpinionId && entry.Act != OpinionAct.EraseVoters, Cancelled));
        Assert.Contains(await db.AuditEntries.ToListAsync(Cancelled), entry => entry is { Act: AuditAct.VotersErased, About: "意见 2026-BJ01-0041" });
        Assert.DoesNotContain(await db.AuditEntries.Select(entry => entry.Detail).ToListAsync(Cancelled), detail => detail.Contains(Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_somebody_reads_an_older_state_it_is_said_that_it_is_not_clean_yet()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var seen = await SpokenAsync(house);
        await using var reader = house.Behind();
        await using (var reading = reader.BeginTransaction(deferred: true))
        {
            await using var look = reader.CreateCommand();
            look.CommandText = "SELECT COUNT(*) FROM Voters";
            Assert.Equal(1L, await look.ExecuteScalarAsync(Cancelled));

            Assert.False((await house.Desk.EraseVotersAsync(seen, "选民要求。")).IsClean);
            Assert.True(InFiles(house));
        }

        Assert.True(await house.The<Residue>().EmptyLogAsync(Cancelled)); // as by night
        Assert.False(InFiles(house));
    }

    [Fact]
    public async Task The_same_voter_s_other_opinions_go_with_it_and_another_voter_s_stay()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var seen = await SpokenAsync(house);
        await SpokenAsync(house);
        await house.Desk.CollectAsync(Form(house) with { Voters = [new VoterForm { Name = "王女士", Phone = "10000000099" }], Words = "路灯不亮" }, Guid.NewGuid());
        Assert.Equal(["2026-BJ01-0002"], await house.The<OpinionQueries>().OthersOfSameVotersAsync(seen.OpinionId, Cancelled));

        var erasure = await house.Desk.EraseVotersAsync(seen, "选民要求。");

        Assert.Equal(["2026-BJ01-0001", "2026-BJ01-0002"], erasure.Opinions);
        await using var db = house.Rows();
        Assert.Equal("王女士", (await db.Voters.SingleAsync(Cancelled)).Name);
        Assert.Equal([Today, Today, null], await db.Opinions.OrderBy(o => o.Id).Select(o => o.AnonymisedOn).ToListAsync(Cancelled));
        Assert.Empty((await house.The<Verification>().RunAsync(new Nobody(), Cancelled)).Differences);
    }

    [Fact]
    public async Task Texts_of_others_books_and_copies_that_still_hold_it_are_named()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var seen = await SpokenAsync(house);
        await house.Desk.CollectAsync(Form(house) with { Voters = [], Words = $"{Name}也说过" }, Guid.NewGuid());
        await house.The<DatabaseBackup>().WriteAsync(Path.Combine(house.Folder, "before-Access.db"), Cancelled);
        Directory.CreateDirectory(house.The<DataFolder>().Books);
        await BookAsync(Path.Combine(house.The<DataFolder>().Books, "有.xlsx"), Name);
        await BookAsync(Path.Combine(house.The<DataFolder>().Books, "没有.xlsx"), "别人");

        var erasure = await house.Desk.EraseVotersAsync(seen, "选民要求。");

        Assert.Equal(["2026-BJ01-0002"], erasure.AlsoNamedIn);
        Assert.False(erasure.IsClean); // it stands in the other opinion's words, and that is not hidden
        Assert.Equal(["before-Access.db", Path.Combine("books", "有.xlsx")], erasure.Copies);
    }

    [Fact]
    public async Task A_name_that_another_voter_carries_tells_nothing_and_is_not_looked_for()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var seen = await SpokenAsync(house, "王女士");
        await house.Desk.CollectAsync(Form(house) with { Voters = [new VoterForm { Name = "王女士" }], Words = "路灯不亮" }, Guid.NewGuid());

        Assert.True((await house.Desk.EraseVotersAsync(seen, "选民要求。")).IsClean);
    }

    [Fact]
    public async Task It_is_the_office_s_alone()
    {
        await using var house = await LiaisonHouse.OpenAsync();
        var seen = await SpokenAsync(house);
        var staff = new Rights([new Holding(Role.UnitStaff, Reach.OfStations(house.District.BajiaoHome.Id))]);

        await Assert.ThrowsAsync<OutOfReachException>(() => house.As("街道", staff).GetRequiredService<OpinionDesk>().EraseVotersAsync(seen, "选民要求。"));
        Assert.False((await house.As("街道", staff).GetRequiredService<OpinionQueries>().DetailAsync("2026-BJ01-0001", Cancelled))!.May(OpinionAct.EraseVoters));
    }

    private static CollectForm Form(LiaisonHouse house, string name = Name) => new()
    {
        StationId = house.District.BajiaoHome.Id,
        Words = $"我是{name}，电话{Phone}，路灯不亮😀",
        On = Today,
        Voters = [new VoterForm { Name = name, Phone = Phone, Community = "古城社区" }],
    };

    private static async Task<Seen> SpokenAsync(LiaisonHouse house, string name = Name) => new((await house.Desk.CollectAsync(Form(house, name), Guid.NewGuid())).Id, 1, Guid.NewGuid());

    private static async Task CrowdAsync(LiaisonHouse house, bool before)
    {
        for (var place = 0; place < 40; place++)
        {
            await house.Desk.CollectAsync(
                new CollectForm
                {
                    StationId = house.District.BajiaoHome.Id,
                    Words = new string('说', 60 * (place + 1)),
                    On = Today,
                    Voters = [new VoterForm { Name = $"选民{place}", Phone = $"{(before ? 100_0000_0000 : 100_1000_0000) + (place * 37)}" }],
                },
                Guid.NewGuid());
        }
    }

    private static bool InFiles(LiaisonHouse house) => Directory.EnumerateFiles(house.Folder, "liaison.db*").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Name)) >= 0 || bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Phone)) >= 0;
    });

    private static async Task BookAsync(string file, string text)
    {
        await using var book = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        await using var part = new StreamWriter(await book.CreateEntry("xl/sharedStrings.xml").OpenAsync(Cancelled));
        await part.WriteAsync(text);
    }

    private sealed class Nobody : IProgress<int>
    {
        public void Report(int value)
        {
            // Nobody listens.
        }
    }
}
