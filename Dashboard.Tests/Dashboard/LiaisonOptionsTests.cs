using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace VoterLiaison.Dashboard;

public sealed class LiaisonOptionsTests
{
    [Fact]
    public void The_sample_shows_every_setting_with_its_default()
    {
        var sample = Sample().GetProperty(LiaisonOptions.Section);

        var shown = sample.EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.ToString());
        var defaults = typeof(LiaisonOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(setting => setting.Name, setting => Convert.ToString(setting.GetValue(new LiaisonOptions()), CultureInfo.InvariantCulture)!);
        Assert.Equal(defaults, shown);
    }

    [Fact]
    public void The_sample_shows_the_host_settings_as_the_app_has_them()
    {
        using var shipped = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));

        Assert.All(shipped.RootElement.EnumerateObject(), setting => Assert.True(JsonElement.DeepEquals(setting.Value, Sample().GetProperty(setting.Name)), setting.Name));
    }

    [Fact]
    public void Every_setting_of_the_sample_says_what_it_means()
    {
        var lines = File.ReadAllLines(SampleFile);

        Assert.All(
            Sample().GetProperty(LiaisonOptions.Section).EnumerateObject(),
            setting => Assert.StartsWith("//", lines[Array.FindIndex(lines, line => line.Contains($"\"{setting.Name}\"")) - 1].TrimStart()));
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
