using Bogus;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>Chance that falls the same way each time.</summary>
internal sealed class Dice(int seed)
{
    private readonly Randomizer _random = new(seed);

    /// <summary>True so many times in a hundred.</summary>
    public bool Of100(double times) => _random.Double() * 100 < times;

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => _random.Number(least, most);

    public T Any<T>(IReadOnlyList<T> choices) => choices[_random.Number(0, choices.Count - 1)];

    public T Any<T>(params ReadOnlySpan<(int Weight, T Choice)> choices)
    {
        var sum = 0;
        foreach (var (weight, _) in choices)
        {
            sum += weight;
        }

        var left = _random.Number(1, sum);
        foreach (var (weight, choice) in choices)
        {
            left -= weight;
            if (left <= 0)
            {
                return choice;
            }
        }

        throw new ArgumentException("Something must weigh.", nameof(choices));
    }
}
