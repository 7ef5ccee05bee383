using System.Globalization;

namespace VoterLiaison.Bench;

/// <summary>What stands after a bench's name: <c>--sizes 1,20,100</c>.</summary>
internal sealed class Words(IReadOnlyList<string> words)
{
    public string? Of(string option) => words.Index().Where(word => word.Item == option).Select(word => words[word.Index + 1]).FirstOrDefault();

    public string Required(string option) => Of(option) ?? throw new ArgumentException($"{option} is missing.");

    public int Number(string option, int otherwise) => Of(option) is { } written ? Rows.Parse(written) : otherwise;

    public IReadOnlyList<int> Numbers(string option, params int[] otherwise) => Of(option) is { } written ? [.. written.Split(',').Select(Rows.Parse)] : otherwise;

    public static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
