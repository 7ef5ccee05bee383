using Microsoft.EntityFrameworkCore;
using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Submissions;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>What came by the public form: some that became opinions of the demonstration, some that wait, some put aside; and receipts whose codes are published.</summary>
internal static class DemonstrationSubmissions
{
    private const string Clerk = "联络站值班员";
    private const string Unit = "BJ";

    private static readonly (string Words, string Name, string Phone, SubmissionKind Kind, string? Parked)[] Waiting =
    [
        ("八角北路和杨庄东街路口，绿灯只有十几秒，我推着轮椅走到一半就红了。能不能给行人多留几秒？", "周先生", "", SubmissionKind.Opinion, null),
        ("我们楼下的旧衣回收箱满了好几天，衣服都堆到地上了，下雨泡得发臭。请有关部门管一管，最好按时来收。", "", "", SubmissionKind.Opinion, null),
        ("社区食堂的饭菜挺好，就是中午只开到十二点半，下夜班的护士赶不上。能不能延到一点半？", "韩女士", "13800000147", SubmissionKind.Opinion, null),
        ("您去年说要推动给老楼装电梯，今年做了哪些事？进展到哪一步了？", "", "", SubmissionKind.Inquiry, null),
        ("专业代办各类证件，三天下证，详情请看 http://ad.example/1 http://ad.example/2 http://ad.example/3", "", "", SubmissionKind.Opinion, "里面有好几个网址，像是广告。"),
        ("停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水停水", "", "", SubmissionKind.Opinion, "反复是同样的几个字。"),
    ];

    public static async Task AddAsync(LiaisonDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var stations = await db.Stations.AsNoTracking().Where(station => db.Units.Any(unit => unit.Id == station.UnitId && unit.Code == Unit) && (station.ClosedOn == null || station.ClosedOn > today))
            .OrderBy(station => station.Code).ToListAsync(cancellationToken);
        var deputy = await db.Deputies.AsNoTracking().FirstOrDefaultAsync(known => known.Code == DemonstrationAccounts.Deputy && known.Status == OfficeStatus.InOffice, cancellationToken);
        if (stations.Count < 2 || deputy is null)
        {
            return;
        }

        var codes = new Queue<string>(DemonstrationReceipts.Codes);
        var secret = db.Add(ReceiptSecret.Make()).Entity;
        var series = new Dictionary<int, ReceiptSeries>();
        foreach (var (opinion, stage) in await TakenInAsync(db, today, cancellationToken))
        {
            var at = Hour(opinion.CollectedOn, 8);
            if (opinion.Source is not OpinionSource.Online)
            {
                Add(at, (number, hash) => Receipt.ForOpinion(number, hash, opinion.Id, at, Clerk));
                continue;
            }

            var submission = Submission.Send(Facts(opinion.StationId, opinion.Words, "", "", SubmissionKind.Opinion, null), at);
            submission.AcceptedAs(opinion, stage, new Signature(Clerk, at.AddHours(2)));
            Hand(submission, at);
        }

        await AddInquiryAsync();
        for (var place = 0; place < Waiting.Length; place++)
        {
            var one = Waiting[place];
            var at = Hour(today.AddDays(-1 - (place / 2)), 7 + place);
            var submission = Submission.Send(Facts(stations[1].Id, one.Words, one.Name, one.Phone, one.Kind, one.Kind is SubmissionKind.Inquiry ? deputy.Id : null), at);
            if (one.Parked is not null)
            {
                submission.Park(one.Parked, at);
            }

            Hand(submission, at);
        }

        var passed = Submission.Send(Facts(stations[0].Id, "古城南路人行道的地砖松了一片，下雨天踩上去溅一身水。", "", "", SubmissionKind.Opinion, null), Hour(today.AddDays(-3), 9));
        passed.PassTo(stations[1], "地点在那边的片区。", new Signature(Clerk, Hour(today.AddDays(-2), 10)));
        Hand(passed, passed.ReceivedAt);
        var refused = Submission.Send(Facts(stations[1].Id, "出售二手家具，九成新，价格面议。", "", "", SubmissionKind.Opinion, null), Hour(today.AddDays(-6), 9));
        refused.Refuse("这是买卖信息，不是意见和要求。", new Signature(Clerk, Hour(today.AddDays(-5), 10)));
        Hand(refused, refused.ReceivedAt);

        async Task AddInquiryAsync()
        {
            var at = Hour(today.AddDays(-12), 9);
            var words = "请问代表，小区门口的公交站什么时候能恢复？听说您提过建议，后来怎么样了？";
            var submission = Submission.Send(Facts(stations[1].Id, words, "", "", SubmissionKind.Inquiry, deputy.Id), at);
            var inquiry = Inquiry.Ask(deputy, stations[1].Id, new InquiryFacts(words, ChinaTime.DayOf(at)), new Signature(Clerk, at.AddDays(1)));
            inquiry.Answer("5月提了闭会期间建议，交通部门答复明年一季度随道路改造恢复站点。我会一直跟着，有变化在社区公告栏告诉大家。", ChinaTime.DayOf(at.AddDays(3)), new Signature(deputy.Name, at.AddDays(3)));
            inquiry.Tell("写在回执上，选民凭编号和查询码查看。", ChinaTime.DayOf(at.AddDays(4)), new Signature(Clerk, at.AddDays(4)));
            db.Add(inquiry);
            await db.SaveChangesAsync(cancellationToken);
            submission.TakenAs(inquiry, new Signature(Clerk, at.AddDays(1)));
            Hand(submission, at);
        }

        void Hand(Submission submission, DateTime at)
        {
            db.Add(submission);
            Add(at, (number, hash) => Receipt.ForSubmission(number, hash, submission, at));
        }

        void Add(DateTime at, Func<string, byte[], Receipt> make)
        {
            var year = ChinaTime.DayOf(at).Year;
            if (!series.TryGetValue(year, out var numbers))
            {
                series[year] = numbers = db.Add(new ReceiptSeries(year)).Entity;
            }

            var number = numbers.Next();
            db.Add(make(number, secret.HashOf(number, ReceiptCode.Read(codes.Dequeue())!)));
        }
    }

    /// <summary>One of each kind, as far as the years have it: solved and not rated, rated, not solvable, promised, under way, answered and not told, late, explained, out of scope, merged. Those that did not come by the net have a receipt from the station.</summary>
    private static async Task<IReadOnlyList<(Opinion Opinion, SubmissionStage Stage)>> TakenInAsync(LiaisonDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var all = db.Opinions.AsNoTracking().Where(opinion => opinion.AnonymisedOn == null).OrderByDescending(opinion => opinion.Source == OpinionSource.Online).ThenByDescending(opinion => opinion.CollectedOn).ThenBy(opinion => opinion.Id);
        var told = all.Where(opinion => opinion.Stage == OpinionStage.FedBack);
        (IQueryable<Opinion> Of, SubmissionStage Stage)[] kinds =
        [
            (told.Where(opinion => opinion.Outcome == AnswerOutcome.Solved && opinion.Rating == null), SubmissionStage.Accepted),
            (told.Where(opinion => opinion.Rating == VoterRating.MostlySatisfied), SubmissionStage.Accepted),
            (told.Where(opinion => opinion.Outcome == AnswerOutcome.CannotSolveForNow), SubmissionStage.Accepted),
            (told.Where(opinion => opinion.LookAgainOn != null), SubmissionStage.Accepted),
            (all.Where(opinion => opinion.Stage == OpinionStage.Forwarded), SubmissionStage.Accepted),
            (all.Where(opinion => opinion.Stage == OpinionStage.Answered && opinion.DueOn >= today), SubmissionStage.Accepted),
            (all.Where(opinion => opinion.Stage == OpinionStage.Answered && opinion.DueOn < today), SubmissionStage.Accepted),
            (all.Where(opinion => opinion.Stage == OpinionStage.Explained && opinion.AwaitingFeedbackSince == null), SubmissionStage.Accepted),
            (all.Where(opinion => opinion.Stage == OpinionStage.OutOfScope && opinion.AwaitingFeedbackSince == null), SubmissionStage.PointedElsewhere),
            (all.Where(opinion => opinion.Stage == OpinionStage.Merged), SubmissionStage.Merged),
        ];
        var found = new List<(Opinion, SubmissionStage)>();
        foreach (var (of, stage) in kinds)
        {
            var known = found.ConvertAll(one => one.Item1.Id);
            if (await of.Where(opinion => !known.Contains(opinion.Id)).FirstOrDefaultAsync(cancellationToken) is { } opinion)
            {
                found.Add((opinion, stage));
            }
        }

        return found;
    }

    private static SubmissionFacts Facts(int station, string words, string name, string phone, SubmissionKind kind, int? deputy) => new()
    {
        Form = Guid.NewGuid(),
        Words = words,
        StationId = station,
        Kind = kind,
        DeputyId = deputy,
        Name = name,
        Phone = phone,
        Consented = true,
    };

    private static DateTime Hour(DateOnly day, int hour) => ChinaTime.StartOf(day).AddHours(hour);
}
