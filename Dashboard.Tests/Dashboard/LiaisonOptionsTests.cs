using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard;

public sealed class LiaisonOptionsTests
{
    private static readonly JsonSerializerOptions _asWritten = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Every section of settings, with its defaults.</summary>
    public static TheoryData<string, object> Sections => new()
    {
        { LiaisonOptions.Section, new LiaisonOptions() },
        { SignInRules.Section, new SignInRules() },
        { NetworkRules.Section, new NetworkRules() },
        { SingleSignOnRules.Section, new SingleSignOnRules() },
        { UpkeepOptions.Section, new UpkeepOptions() },
    };

    [Theory]
    [MemberData(nameof(Sections), DisableDiscoveryEnumeration = true)]
    public void The_sample_shows_every_setting_with_its_default(string section, object defaults)
    {
        var shown = Sample().GetProperty(section);

        Assert.Equal(
            JsonSerializer.SerializeToElement(defaults, _asWritten).EnumerateObject().Select(setting => (setting.Name, setting.Value.GetRawText())).Order(),
            shown.EnumerateObject().Select(setting => (setting.Name, JsonSerializer.Serialize(setting.Value))).Order());
    }

    [Fact]
    public void The_sample_shows_the_host_settings_as_the_app_has_them()
    {
        using var shipped = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));

        Assert.All(shipped.RootElement.EnumerateObject(), setting => Assert.True(JsonElement.DeepEquals(setting.Value, Sample().GetProperty(setting.Name)), setting.Name));
    }

    [Theory]
    [MemberData(nameof(Sections), DisableDiscoveryEnumeration = true)]
    public void Every_setting_of_the_sample_says_what_it_means(string section, object defaults)
    {
        var lines = File.ReadAllLines(SampleFile);
        Assert.NotNull(defaults);

        Assert.All(
            Sample().GetProperty(section).EnumerateObject(),
            setting => Assert.StartsWith("//", lines[Array.FindIndex(lines, line => line.Contains($"\"{setting.Name}\"")) - 1].TrimStart()));
    }

    [Theory]
    [InlineData("意见编号、路灯", "“路灯”不认识")]
    [InlineData("意见编号、收集日期＝意见编号", "“意见编号”写了两次")]
    public void A_column_of_the_ledger_that_cannot_be_is_refused_by_name(string columns, string why)
    {
        var judged = new DataAnnotationValidateOptions<LiaisonOptions>(Options.DefaultName).Validate(Options.DefaultName, new LiaisonOptions { LedgerColumns = columns });

        Assert.Contains($"Liaison:LedgerColumns 里{why}", Assert.Single(judged.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_not_there_or_no_workbook_is_refused_by_name() => Assert.All(
        new[] { "/nowhere/模板.xlsx", SampleFile },
        path => Assert.Contains("不能用作模板", Assert.Single(new DataAnnotationValidateOptions<LiaisonOptions>(Options.DefaultName).Validate(Options.DefaultName, new LiaisonOptions { BookTemplate = path }).Failures!), StringComparison.Ordinal));

    [Theory]
    [InlineData("Solvd", "A", "“Solvd”不认识")]
    [InlineData("Solved", "甲", "“甲”不是一个字母")]
    public void A_letter_of_an_outcome_that_cannot_be_is_refused_by_name(string outcome, string letter, string why)
    {
        var office = new ConfigurationBuilder().AddInMemoryCollection([new($"Liaison:OutcomeLetters:{outcome}", letter)]).Build().GetSection(LiaisonOptions.Section).Get<LiaisonOptions>()!;
        var judged = new DataAnnotationValidateOptions<LiaisonOptions>(Options.DefaultName).Validate(Options.DefaultName, office);

        Assert.Contains($"Liaison:OutcomeLetters 里{why}", Assert.Single(judged.Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public void A_limit_that_cannot_be_right_is_refused_by_name(int days)
    {
        var wrong = new LiaisonOptions { FeedbackWithinDays = days };

        var judged = new DataAnnotationValidateOptions<LiaisonOptions>(Options.DefaultName).Validate(Options.DefaultName, wrong);

        Assert.True(judged.Failed);
        Assert.Contains("Liaison:FeedbackWithinDays", judged.FailureMessage);
    }

    private static string SampleFile => Path.Combine(RepositoryRoot(), "appsettings.sample.json");

    private static JsonElement Sample() =>
        JsonDocument.Parse(File.ReadAllText(SampleFile), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement;

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VoterLiaison.Dashboard.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
