using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>Takes out of a text who is named in it: the voters behind it, the deputies, and whoever worked on it. Whoever holds a receipt learns what was done, not by whom.</summary>
internal sealed class Discretion(IReadOnlyList<Opinion> opinions, IEnumerable<Deputy> deputies)
{
    private const string TheCalendar = Opinion.TheCalendar;
    private const string TheOffice = "联络室";

    private readonly string[] _deputies = [.. deputies.Select(deputy => deputy.Name).Distinct()];
    private readonly string[] _clerks =
    [
        .. opinions.SelectMany(opinion => opinion.History).Select(entry => entry.By).Concat(opinions.SelectMany(opinion => opinion.Feedbacks).Select(told => told.GivenBy))
            .Where(name => name.Length > 1 && name is not (TheCalendar or TheOffice or Speaker)).Distinct(),
    ];

    /// <summary>Who acts by a receipt, as the history names them.</summary>
    public const string Speaker = "选民";

    /// <summary>A text without one person's name and phone, and without numbers that belong to anybody.</summary>
    public static string Of(string text, string name, string phone) => PersonalNumbers.TakeOutOf(
        new[] { name, phone }.Where(known => known.Length > 1).Aggregate(text, (left, known) => left.Replace(known, new string('*', known.Length), StringComparison.Ordinal)));

    public string Of(string text)
    {
        var left = opinions.Aggregate(text, (left, opinion) => opinion.WithoutTraces(left));
        left = _deputies.Aggregate(left, (left, name) => left.Replace($"{name}代表", "代表", StringComparison.Ordinal).Replace(name, "代表", StringComparison.Ordinal));
        return _clerks.Aggregate(left, (left, name) => left.Replace(name, "工作人员", StringComparison.Ordinal));
    }
}
