using System.Threading.Channels;
using VoterLiaison.Bench.House;

namespace VoterLiaison.Bench.Acts;

/// <summary>The same rows with one commit for all who wait: what is possible where fsyncs are shared.</summary>
internal sealed class GroupedBareActs
{
    private readonly Channel<TaskCompletionSource> _waiting = Channel.CreateUnbounded<TaskCompletionSource>(new UnboundedChannelOptions { SingleReader = true });

    private GroupedBareActs(BareActs bare) => _ = Task.Run(() => WriteAsync(bare));

    public static async Task<GroupedBareActs> OnAsync(BenchHouse house) => new(await BareActs.OnAsync(house));

    public Task CollectAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite(done);
        return done.Task;
    }

    private async Task WriteAsync(BareActs bare)
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var together = new List<TaskCompletionSource>();
            while (_waiting.Reader.TryRead(out var one))
            {
                together.Add(one);
            }

            bare.CollectMany(together.Count);
            together.ForEach(one => one.SetResult());
        }
    }
}
