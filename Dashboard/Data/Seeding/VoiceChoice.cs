namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>What a voter speaks about: what the season and the place suggest, as often as people do.</summary>
internal sealed class VoiceChoice(DemonstrationMaterial material, Dice dice)
{
    private readonly (int Weight, string Choice)[] _categories = [.. material.Rhythm.CategoryWeights.Select(category => (category.Value, category.Key))];
    private readonly ILookup<string, OnTheSpot> _onTheSpot = material.Voices.ExplainedOnTheSpot.ToLookup(voice => voice.Category);
    private readonly ILookup<string, Elsewhere> _elsewhere = material.Voices.OutOfScope.ToLookup(voice => voice.Category);
    private readonly Dictionary<(string Category, int Month, string Unit), List<Matter>> _fitting = [];
    private readonly HashSet<string> _told = [];

    public Matter Matter(int month, string unit)
    {
        while (true)
        {
            var matter = dice.Any(Fitting(dice.Any<string>(_categories), month, unit));
            if (!matter.IsPersonal || _told.Add(matter.Id))
            {
                return matter;
            }
        }
    }

    public OnTheSpot OnTheSpot() => Like(_onTheSpot, material.Voices.ExplainedOnTheSpot);

    public Elsewhere Elsewhere() => Like(_elsewhere, material.Voices.OutOfScope);

    /// <summary>The voter's words, now and then with a word before and after.</summary>
    public string Spoken(string text)
    {
        if (text.Length > 220)
        {
            return text;
        }

        var opening = dice.Of100(30) ? dice.Any(material.People.Openings) : "";
        return opening + text + (dice.Of100(15) ? dice.Any(material.People.Closings) : "");
    }

    private T Like<T>(ILookup<string, T> byCategory, IReadOnlyList<T> all)
    {
        List<T> fitting = [.. byCategory[dice.Any<string>(_categories)]];
        return dice.Any(fitting.Count > 0 ? fitting : all);
    }

    private List<Matter> Fitting(string category, int month, string unit)
    {
        if (!_fitting.TryGetValue((category, month, unit), out var fitting))
        {
            _fitting[(category, month, unit)] = fitting = [.. material.Voices.Opinions.Where(matter => matter.Category == category && matter.Fits(month, unit))];
        }

        return fitting;
    }
}
