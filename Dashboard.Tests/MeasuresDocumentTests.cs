using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using VoterLiaison.Dashboard;

namespace VoterLiaison;

/// <summary>docs/measures.md leads from each clause of the Measures to a screen that is there and to a test that is there.</summary>
public sealed partial class MeasuresDocumentTests
{
    private const string NotAtHand = "wording not at hand";

    private static readonly IReadOnlyList<Row> Rows = [.. File.ReadLines(Path.Combine(Root(), "docs", "measures.md")).Where(line => line.StartsWith("| 第", StringComparison.Ordinal)).Select(Row.Of)];

    [Fact]
    public void Every_article_has_its_row() =>
        Assert.Equal("一二三四五六七八九".Select(number => $"第{number}条"), Rows.Select(row => row.Clause[..3]).Distinct());

    [Fact]
    public void Every_row_names_a_screen_and_a_test_or_says_that_the_wording_is_not_at_hand() =>
        Assert.Empty(Rows.Where(row => row.Asks == NotAtHand ? row.Screens.Count + row.Tests.Count > 0 : row.Screens.Count == 0 || row.Tests.Count == 0).Select(row => $"{row.Clause}: {row.Asks}"));

    [Fact]
    public void Every_screen_it_names_is_there()
    {
        var known = Known();

        Assert.Empty(Rows.SelectMany(row => row.Screens.Where(screen => !known.Contains(screen)).Select(screen => $"{row.Clause}: {screen}")));
    }

    [Fact]
    public void Every_test_it_names_is_there() => Assert.Empty(Rows.SelectMany(row => row.Tests.Where(test => !IsThere(test)).Select(test => $"{row.Clause}: {test}")));

    [Theory]
    [InlineData("PerformanceReportTests.The_poll_is_beautiful")]
    [InlineData("NoSuchTests.A_planned_report_may_be_moved_until_it_was_held")]
    [InlineData("Acts.Told")]
    public void A_name_that_is_no_tests_is_found_out(string name) => Assert.False(IsThere(name));

    [Theory]
    [InlineData("/performances")]
    [InlineData("/deputies/{Code}/report")]
    public void An_address_that_leads_nowhere_is_found_out(string address) => Assert.DoesNotContain(address, Known());

    /// <summary>The patterns of all pages, and of what is no page but has an address of its own.</summary>
    private static HashSet<string> Known() =>
    [
        .. typeof(LiaisonApp).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false)).Select(route => route.Template),
        .. typeof(Addresses).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => field.GetRawConstantValue()).OfType<string>(),
    ];

    private static bool IsThere(string test) => test.Split('.') is [var name, var method]
        && typeof(MeasuresDocumentTests).Assembly.GetTypes().Where(type => type.Name == name).SelectMany(type => type.GetMethods())
            .Any(one => one.Name == method && one.GetCustomAttributes<FactAttribute>().Any());

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder.EnumerateFiles("VoterLiaison.Dashboard.sln").Any())
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Names();

    private sealed record Row(string Clause, string Asks, IReadOnlyList<string> Screens, IReadOnlyList<string> Tests)
    {
        public static Row Of(string line)
        {
            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            return new Row(cells[0], cells[1], NamesIn(cells[2]), NamesIn(cells[3]));
        }

        private static IReadOnlyList<string> NamesIn(string cell) => [.. Names().Matches(cell).Select(match => match.Groups["name"].Value)];
    }
}
