using System.Collections.Concurrent;

namespace VoterLiaison.Bench.Faults;

/// <summary>What writers saw: what was acknowledged to them, and how they were refused.</summary>
/// <param name="tried">How much was tried before, so that no two say the same words.</param>
internal sealed class Tally(int tried = 0)
{
    private int _tried = tried;
    private int _signIns;
    private int _refused;
    private int _wordless;
    private int _unanswered;

    /// <summary>Acknowledged, by the number of its receipt; two with one number would be a fault too.</summary>
    public ConcurrentBag<(string Number, string Words)> Receipts { get; } = [];

    /// <summary>Answers nobody should ever see, each once.</summary>
    public ConcurrentDictionary<string, int> Strange { get; } = [];

    public int Tried => _tried;

    /// <summary>Acknowledged sign-ins.</summary>
    public int SignIns => _signIns;

    /// <summary>Answered 503, with everything typed in the form.</summary>
    public int Refused => _refused;

    /// <summary>Answered 503, and what was typed was gone, or nothing said why.</summary>
    public int Wordless => _wordless;

    public int Unanswered => _unanswered;

    public int Acknowledged => Receipts.Count + _signIns;

    public int Try() => Interlocked.Increment(ref _tried);

    public void SignedIn() => Interlocked.Increment(ref _signIns);

    public void WasRefused(bool withItsWords) => Interlocked.Increment(ref withItsWords ? ref _refused : ref _wordless);

    public void WasNotAnswered() => Interlocked.Increment(ref _unanswered);

    /// <summary>Takes in what another was told.</summary>
    public void Add(Tally other)
    {
        foreach (var receipt in other.Receipts)
        {
            Receipts.Add(receipt);
        }

        Interlocked.Add(ref _signIns, other._signIns);
    }

    public void SawStrange(string what) => Strange.AddOrUpdate(what, 1, (_, times) => times + 1);
}
