using Microsoft.Extensions.Logging.Abstractions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Parts;

public sealed class WorkbenchTests : IDisposable
{
    private readonly Workbench _bench = new(NullLogger.Instance);
    private readonly CancellationTokenSource _closing = new();
    private readonly List<string> _said = [];

    public void Dispose() => _closing.Dispose();

    [Fact]
    public async Task One_is_done_after_another()
    {
        Put("一", _ => Task.CompletedTask);
        Put("二", _ => Task.CompletedTask);
        await WorkAsync();

        Assert.Equal(["一在办", "二在办"], _said);
    }

    [Fact]
    public async Task What_is_taken_back_while_it_waits_is_never_begun_and_stopped_at_once()
    {
        var job = Put("一", _ => Task.CompletedTask);
        Assert.True(job.IsWaiting);
        job.TakeBack();
        job.TakeBack();

        Assert.Equal(["一停了"], _said);
        await WorkAsync();
        Assert.Equal(["一停了"], _said);
        Assert.False(job.IsWaiting);
    }

    [Fact]
    public async Task What_is_taken_back_on_its_way_stops_and_the_next_is_done()
    {
        Job? job = null;
        job = Put("一", stop =>
        {
            job!.TakeBack();
            stop.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        });
        Put("二", _ => Task.CompletedTask);
        await WorkAsync();

        Assert.Equal(["一在办", "一停了", "二在办"], _said);
    }

    [Fact]
    public async Task A_broken_rule_is_said_as_it_is_and_what_nobody_foresaw_by_its_number()
    {
        Put("一", _ => throw new RuleBrokenException("还没有过完。"));
        Put("二", _ => throw new IOException("disk"));
        Put("三", _ => throw new OperationCanceledException()); // somebody else's, and so nobody foresaw it
        await WorkAsync();

        Assert.Equal("一：还没有过完。", _said[1]);
        Assert.Matches("^二：没有办成。编号 [0-9A-F]{6}", _said[3]);
        Assert.Matches("^三：没有办成。编号 [0-9A-F]{6}", _said[5]);
    }

    [Fact]
    public async Task What_is_on_its_way_when_the_site_closes_is_stopped()
    {
        Put("一", async stop =>
        {
            await _closing.CancelAsync();
            stop.ThrowIfCancellationRequested();
        });
        await WorkAsync();

        Assert.Equal(["一在办", "一停了"], _said);
    }

    [Fact]
    public void Whoever_watches_is_told_until_they_let_go()
    {
        var (watchers, told) = (new Watchers(), 0);
        using (watchers.Watch(() => told++))
        {
            watchers.Tell();
        }

        watchers.Tell();

        Assert.Equal(1, told);
    }

    private Job Put(string name, Func<CancellationToken, Task> work) => _bench.Put(
        stop =>
        {
            _said.Add($"{name}在办");
            return work(stop);
        },
        () => _said.Add($"{name}停了"),
        sentence => _said.Add($"{name}：{sentence}"));

    /// <summary>Works until all that was put there is done.</summary>
    private async Task WorkAsync()
    {
        _bench.Put(_ => _closing.CancelAsync(), () => { }, _ => { });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.WorkAsync(_closing.Token));
    }
}
