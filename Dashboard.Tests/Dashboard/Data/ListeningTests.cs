using Microsoft.Extensions.Time.Testing;

namespace VoterLiaison.Dashboard.Data;

public sealed class ListeningTests
{
    private readonly ChangeSignal _changes = new();
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_look_that_fails_is_told_and_the_next_change_is_looked_at_all_the_same()
    {
        var (looks, told) = (0, new List<string>());
        using var listening = _changes.Listen(
            _clock,
            _ => ++looks == 1 ? throw new InvalidOperationException("表被占用") : Task.CompletedTask,
            failed =>
            {
                told.Add(failed.Message);
                return Task.CompletedTask;
            });

        Change();
        Assert.Equal(["表被占用"], told);

        Change();
        Assert.Equal(2, looks);
        Assert.Single(told);
    }

    [Fact]
    public void What_fails_because_the_page_is_gone_is_told_to_nobody()
    {
        var told = 0;
        Listening? listening = null;
        listening = _changes.Listen(
            _clock,
            _ =>
            {
                listening!.Dispose();
                throw new ObjectDisposedException("page");
            },
            _ => Task.FromResult(told++));

        Change();

        Assert.Equal(0, told);
    }

    private void Change()
    {
        _changes.RingForEverything();
        _clock.Advance(Listening.Beat);
    }
}
