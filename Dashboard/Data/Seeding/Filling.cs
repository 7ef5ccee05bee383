using System.Globalization;
using System.Text.RegularExpressions;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>The words in the braces of one opinion's texts. A slot keeps its word through text, answers and explanations.</summary>
internal sealed partial class Filling(SlotWords words, string unit, Dice dice)
{
    private readonly Dictionary<string, string> _chosen = [];

    /// <summary>The same words so far; what is chosen later is chosen apart.</summary>
    public Filling Copy()
    {
        var copy = new Filling(words, unit, dice);
        foreach (var (slot, word) in _chosen)
        {
            copy.Set(slot, word);
        }

        return copy;
    }

    public void Set(string slot, string word) => _chosen[slot] = word;

    /// <summary>The dates a text may name follow from the opinion's own.</summary>
    public void SetDates(DateOnly forwardedOn, DateOnly answeredOn)
    {
        var done = answeredOn.AddDays(-dice.Between(2, 9));
        Set("完成日", $"{(done < forwardedOn ? forwardedOn : done):M月d日}");
        var planned = answeredOn.AddMonths(3 * dice.Between(1, 3));
        Set("计划", $"{planned.Year}年{"一二三四"[(planned.Month - 1) / 3]}季度");
        Set("明年", $"{answeredOn.Year + 1}年");
    }

    public string Fill(string text) => text.Contains('{', StringComparison.Ordinal) ? Slot().Replace(text, slot => WordFor(slot.Groups[1].Value)) : text;

    private string WordFor(string slot)
    {
        if (!_chosen.TryGetValue(slot, out var word))
        {
            _chosen[slot] = word = Choose(slot);
        }

        return word;
    }

    private string Choose(string slot) =>
        words.ByUnit[unit].TryGetValue(slot, out var here) ? dice.Any(here)
        : words.Anywhere.TryGetValue(slot, out var anywhere) ? dice.Any(anywhere)
        : words.Numbers.TryGetValue(slot, out var range) ? dice.Between(range.Min, range.Max).ToString(CultureInfo.InvariantCulture)
        : throw new InvalidDataException($"seed-data/demonstration/slots.json has nothing for {{{slot}}}.");

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Slot();
}
