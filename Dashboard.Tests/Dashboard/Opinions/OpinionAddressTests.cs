using CsCheck;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions;

public sealed class OpinionAddressTests
{
    private static readonly Gen<string> Code = Gen.String[Gen.Char["ABCXYZ019"], 1, 6];
    private static readonly Gen<int?> Id = Gen.Int[1, 100_000].Select(id => (int?)id);

    private static readonly Gen<OpinionFilter> Filters =
        from year in Maybe(Gen.Int[1900, 2999].Select(y => (int?)y))
        from unit in Maybe(Code)
        from station in Maybe(Code)
        from measure in Maybe(Gen.Int[0, Measure.All.Count + Measure.ByAge.Count - 1].Select(i => (Measure?)Measure.All.Concat(Measure.ByAge).ElementAt(i)))
        from stage in Maybe(Gen.Enum<OpinionStage>().Select(s => (OpinionStage?)s))
        from channel in Maybe(Gen.Enum<ForwardingChannel>().Select(c => (ForwardingChannel?)c))
        from organ in Maybe(Id)
        from category in Maybe(Id)
        from deputy in Maybe(Id)
        from batch in Maybe(Id)
        from day in Maybe(Gen.Date.Select(d => (DateOnly?)DateOnly.FromDateTime(d)))
        from done in Maybe(Gen.Select(Gen.Enum<DoneKind>(), Gen.Date, Gen.Date, (what, first, last) => (DoneSpan?)new DoneSpan(what, DateOnly.FromDateTime(first), DateOnly.FromDateTime(last))))
        from outcome in Maybe(Gen.Enum<AnswerOutcome>().Select(o => (AnswerOutcome?)o))
        from rating in Maybe(Gen.Enum<VoterRating>().Select(r => (VoterRating?)r))
        from text in Maybe(Gen.String[Gen.Char["路灯%&=+#？暖 a"], 1, 8].Select(t => t.Trim()).Where(t => t.Length > 0))
        select new OpinionFilter
        {
            Year = year,
            Unit = unit,
            Station = station,
            Measure = measure,
            Stage = stage,
            Channel = channel,
            OrganId = organ,
            CategoryId = category,
            DeputyId = deputy,
            BatchId = batch,
            From = day,
            To = day,
            Done = done,
            Outcome = outcome,
            Rating = rating,
            Text = text,
        };

    [Fact]
    public void Every_list_reads_back_from_its_own_address() => Gen.Select(Filters, Maybe(Gen.Enum<OpinionSort>().Select(s => (OpinionSort?)s)), Gen.Int[1, 99], Gen.Int[0, 2].Select(i => OpinionAddress.Sizes[i]))
        .Sample((filter, sort, page, size) =>
        {
            var read = OpinionAddress.Parse(new OpinionAddress { Filter = filter, Sort = sort, Page = page, Size = size }.Query);
            Assert.Equal((filter, sort, page, size), (read.Filter, read.Sort, read.Page, read.Size));
            Assert.Empty(read.Ignored);
        });

    [Theory]
    [InlineData("year=zweitausend")]
    [InlineData("measure=everything")]
    [InlineData("stage=9")]
    [InlineData("from=2026-02-30")]
    [InlineData("done=forwarded")]
    [InlineData("done=forwarded.2026-11-01.2026-02-30")]
    [InlineData("done=sung.2026-11-01.2026-11-02")]
    [InlineData("page=0")]
    [InlineData("size=13")]
    [InlineData("organ=-1")]
    public void A_wrong_value_is_left_out_and_named(string query)
    {
        var read = OpinionAddress.Parse($"?{query}");

        Assert.Equal("", read.Query);
        Assert.Contains(query.Split('=')[1], Assert.Single(read.Ignored));
    }

    [Fact]
    public void A_list_by_a_measure_is_addressed_as_the_board_links_it() =>
        Assert.Equal("/opinions?year=2026&station=BJ01&measure=awaiting-feedback", Addresses.Opinions(new OpinionFilter { Year = 2026, Station = "BJ01", Measure = Measure.AwaitingFeedback }));

    [Fact]
    public void What_is_due_first_stands_first_where_clocks_run()
    {
        Assert.Equal(OpinionSort.DueFirst, OpinionAddress.Parse("?measure=overdue").Order);
        Assert.Equal(OpinionSort.Newest, OpinionAddress.Parse("?measure=collected").Order);
        Assert.Equal(OpinionSort.Oldest, OpinionAddress.Parse("?measure=overdue&sort=oldest").Order);
    }

    private static Gen<T?> Maybe<T>(Gen<T> gen) => Gen.Bool.SelectMany(some => some ? gen.Select(value => (T?)value) : Gen.Const(default(T)));
}
