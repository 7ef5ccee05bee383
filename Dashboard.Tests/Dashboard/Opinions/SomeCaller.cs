using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Dashboard.Submissions;
using VoterLiaison.Domain.Accounts;
using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Opinions;

/// <summary>Somebody at the real desks who does what the dice say: acts on what others act on, on a state long gone, and sends again what no reply came to.</summary>
internal sealed class SomeCaller(LiaisonHouse house, string name, int[] dice, Told told)
{
    private readonly OpinionDesk _desk = house.Person(name);
    private int _next;

    private bool HasDice => _next < dice.Length;

    private static DateOnly Today => LiaisonHouse.Today;

    public async Task LiveAsync()
    {
        while (HasDice)
        {
            await (Roll(8) switch
            {
                0 => SpeakAsync(),
                1 => CollectAsync(1),
                _ => ActAsync(),
            });
        }
    }

    public async Task CollectAsync(int many)
    {
        for (; many > 0; many--)
        {
            var form = new CollectForm { StationId = Roll(2) == 0 ? house.District.BajiaoHome.Id : house.District.ShougangHome.Id, Words = "路灯不亮", On = Today };
            await SendAsync(submission => _desk.CollectAsync(form, submission));
        }
    }

    private async Task ActAsync()
    {
        await using var db = house.Rows();
        var opinions = await db.Opinions.OrderBy(o => o.Id).Select(o => new { o.Id, o.Number, o.Version }).ToListAsync();
        var (opinion, other) = (opinions[Roll(opinions.Count)], opinions[Roll(opinions.Count)]);
        var version = Math.Max(1, opinion.Version - (Roll(6) == 0 ? 1 : 0)); // some look at a page of a while ago
        var what = Roll(9);
        await SendAsync(submission => DoAsync(what, new Seen(opinion.Id, version, submission), other.Number));
    }

    private Task DoAsync(int what, Seen seen, string other) => what switch
    {
        0 or 1 => _desk.ForwardAsync(seen, TestKit.Acts.ToOrgan(house.District, Today)),
        2 or 3 => _desk.RecordAnswerAsync(seen, AnswerOutcome.Solved, "已修复。", Today),
        4 => _desk.FeedBackAsync(seen, TestKit.Acts.Told(Today)),
        5 => _desk.RateAsync(seen, VoterRating.Satisfied, Today),
        6 => _desk.MergeAsync(seen, other, "同一处。", Today),
        7 => _desk.WithdrawAsync(seen, "另行反映。", Today),
        _ => _desk.NameDeputiesAsync(seen, [house.District.Gu.Id]),
    };

    /// <summary>One click: heard of at once, sent twice at once, or with a reply that was lost and sent again.</summary>
    private async Task SendAsync(Func<Guid, Task> send)
    {
        var (submission, fate) = (Guid.NewGuid(), Roll(4));
        told.Of(submission, null);
        if (fate == 0)
        {
            await UnheardAsync(() => send(submission));
        }

        var refusals = await Task.WhenAll(Enumerable.Range(0, fate == 1 ? 2 : 1).Select(_ => Task.Run(() => RefusalAsync(() => send(submission)))));
        told.Of(submission, refusals.Distinct().Count() == 1 ? !refusals[0] : true); // whoever was told it is done may rely on that
    }

    /// <summary>A voter sends the public form, gives up waiting at any moment, and sends the same again.</summary>
    private async Task SpeakAsync()
    {
        await using var scope = house.As("选民", Rights.None).CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<SpeakDesk>();
        var form = new SpeakForm
        {
            Words = $"{name}说的第{_next}句：路灯不亮。",
            StationId = house.District.BajiaoHome.Id,
            Ticket = SpeakTicket.Write(house.The<IDataProtectionProvider>(), house.Clock.GetUtcNow().UtcDateTime),
        };
        told.Said.Add(form.Words);
        using (var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Roll(12))))
        {
            await UnheardAsync(() => desk.SendAsync(form, [], impatience.Token));
        }

        told.Receipts.Add(((await desk.SendAsync(form, [])).Number, form.Words));
    }

    private static async Task<bool> RefusalAsync(Func<Task> send)
    {
        try
        {
            await send();
            return false;
        }
        catch (RuleBrokenException)
        {
            return true;
        }
    }

    /// <summary>Whatever comes back, nobody hears it.</summary>
    private static async Task UnheardAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (Exception unheard) when (unheard is RuleBrokenException or OperationCanceledException)
        {
        }
    }

    private int Roll(int sides) => HasDice ? dice[_next++] % sides : 0;
}
