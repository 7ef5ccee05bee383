using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoterLiaison.Bench.Acts;
using VoterLiaison.Bench.House;
using VoterLiaison.Bench.Import;
using VoterLiaison.Dashboard.Books;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Imports;
using VoterLiaison.Dashboard.Opinions;

namespace VoterLiaison.Bench.Site;

/// <summary>Somebody of the office at work on the site, and when what they did was committed.</summary>
internal sealed class Clerk
{
    private readonly IServiceProvider _services;
    private readonly OpinionDesk _desk;
    private readonly DeskActs _acts;
    private int _total;
    private long _rang;

    private Clerk(IServiceProvider services, DeskActs acts, int total)
    {
        (_services, _acts, _total) = (services, acts, total);
        _desk = services.GetRequiredService<OpinionDesk>();
        services.GetRequiredService<ChangeSignal>().Rang += () => _rang = Stopwatch.GetTimestamp(); // by the commit itself
    }

    public static async Task<Clerk> AtAsync(BenchHouse house)
    {
        await using var db = house.Rows();
        return new Clerk(await house.SignedInAsync(), await DeskActs.OnAsync(house), await db.Opinions.CountAsync(opinion => opinion.Year == BenchHouse.Today.Year));
    }

    /// <summary>Takes down opinions at a rate, each at the next station, and tells when each was committed; at the end, that there are no more.</summary>
    public async Task ActAsync(double perSecond, TimeSpan length)
    {
        var begun = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        while (Stopwatch.GetElapsedTime(begun) < length)
        {
            await _desk.CollectAsync(_acts.Form(), Guid.NewGuid());
            OwnProcess.Answer(new Committed(_rang, ++_total));
            await timer.WaitForNextTickAsync();
        }

        OwnProcess.Answer(new Committed(0, 0));
    }

    /// <summary>Collects and forwards at a rate until the site ends, and says nothing of it.</summary>
    public async Task KeepActingAsync(double perSecond)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        while (await timer.WaitForNextTickAsync())
        {
            await _acts.ForwardAsync(_desk);
        }
    }

    /// <summary>Writes the year's book.</summary>
    public async Task ExportAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"bench-{Guid.NewGuid():N}.xlsx");
        await _services.GetRequiredService<BookDesk>().WriteAsync(BookRequest.OfYear(BenchHouse.Today.Year), path, new Progress<YearBookProgress>(), CancellationToken.None);
        File.Delete(path);
    }

    /// <summary>Takes over a ledger and takes it back.</summary>
    public async Task ImportAndUndoAsync(int rows)
    {
        var desk = _services.GetRequiredService<ImportDesk>();
        var report = await desk.WriteAsync(await SomeLedger.ReadAsync(SomeLedger.Of(rows)), SomeLedger.Station, skipRefused: true, new Progress<ImportProgress>(), CancellationToken.None);
        await desk.UndoAsync(report.BatchId ?? throw new InvalidOperationException("Nothing was taken over."));
    }
}
