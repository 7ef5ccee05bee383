namespace VoterLiaison.Domain.Opinions;

/// <summary>All by which these voters could be recognised in a text: their names and phones, and numbers that belong to a person.</summary>
internal sealed class PersonalTraces(IEnumerable<Voter> voters)
{
    private const int ShortestName = 2; // a single character stands in too many words

    private readonly string[] _known =
    [
        .. voters.SelectMany(voter => new[] { voter.Name, voter.Phone }).Where(known => known.Length >= ShortestName)
            .Distinct().OrderByDescending(known => known.Length),
    ];

    public string TakeOutOf(string text) =>
        PersonalNumbers.TakeOutOf(_known.Aggregate(text, (left, known) => left.Replace(known, new string('*', known.Length), StringComparison.Ordinal)));
}
