using System.Text.RegularExpressions;

namespace VoterLiaison.Domain.Opinions;

/// <summary>All by which these voters could be recognised in a text: their names and phones, and numbers that belong to a person.</summary>
internal sealed class PersonalTraces
{
    private const int ShortestName = 2; // a single character stands in too many words
    private const int ShortestNumber = 7; // fewer digits stand in too many numbers

    private readonly string[] _known;
    private readonly Regex[] _phones;

    public PersonalTraces(IEnumerable<Voter> voters)
    {
        List<Voter> all = [.. voters];
        _known = [.. all.SelectMany(voter => new[] { voter.Name, voter.Phone }).Where(known => CharactersIn(known) >= ShortestName).Distinct().OrderByDescending(known => known.Length)];
        _phones =
        [
            .. all.Select(voter => string.Concat(voter.Phone.Where(char.IsAsciiDigit))).Where(digits => digits.Length >= ShortestNumber).Distinct()
                .Select(digits => new Regex($"(?<![0-9]){string.Join("[-  ]?", digits.AsEnumerable())}(?![0-9])", RegexOptions.CultureInvariant)),
        ];
    }

    /// <summary>The text with a star for each character that tells who they are. It keeps its number of characters, by which the database knows that nothing else was changed.</summary>
    public string TakeOutOf(string text)
    {
        var left = _known.Aggregate(text, (left, known) => left.Replace(known, Stars(known), StringComparison.Ordinal));
        return PersonalNumbers.TakeOutOf(_phones.Aggregate(left, (written, phone) => phone.Replace(written, match => Stars(match.Value))));
    }

    /// <summary>Characters as a database counts them: 𠮷 is one, though it takes two places in a string.</summary>
    private static int CharactersIn(string text) => text.EnumerateRunes().Count();

    private static string Stars(string taken) => new('*', CharactersIn(taken));
}
