using System.Globalization;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>The voters who speak: named or not, alone or several, now and then one who has been before.</summary>
internal sealed class Crowd(People people, VoterShares shares, Dice dice)
{
    private const int Remembered = 200;
    private readonly (int Weight, string Choice)[] _forms = [.. people.Forms.Select(form => (form.Weight, form.Text))];
    private readonly Dictionary<string, List<Voter>> _known = [];

    public IReadOnlyList<Voter> Come(string unit, Filling filling) => dice.Any<int>(
        (shares.NamedWithPhone, 1), (shares.NamedWithoutPhone, 2), (shares.Anonymous, 3), (shares.Several, 4)) switch
    {
        1 => [dice.Of100(6) ? Again(unit, filling) : New(unit, filling, withPhone: true)],
        2 => [New(unit, filling, withPhone: false)],
        3 => [],
        _ => [.. Enumerable.Range(0, dice.Between(2, 4)).Select(_ => New(unit, filling, dice.Of100(70)))],
    };

    private Voter Again(string unit, Filling filling) => _known.TryGetValue(unit, out var known) ? dice.Any(known) : New(unit, filling, withPhone: true);

    private Voter New(string unit, Filling filling, bool withPhone)
    {
        var phone = withPhone ? people.PhonePrefix + dice.Between(0, 9999).ToString("0000", CultureInfo.InvariantCulture) : "";
        var voter = new Voter(dice.Any(people.Surnames) + dice.Any<string>(_forms), phone, filling.Fill("{社区}"));
        if (withPhone)
        {
            Remember(unit, voter);
        }

        return voter;
    }

    private void Remember(string unit, Voter voter)
    {
        if (!_known.TryGetValue(unit, out var known))
        {
            _known[unit] = known = [];
        }

        if (known.Count < Remembered)
        {
            known.Add(voter);
        }
        else
        {
            known[dice.Between(0, Remembered - 1)] = voter;
        }
    }
}
