using Microsoft.Extensions.Configuration;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Commands;

public sealed class SettingsCheckTests
{
    [Theory]
    [InlineData("Liaison:AnswerWithinDays", "三十", "Liaison:AnswerWithinDays 不能是“三十”，应是整数。")]
    [InlineData("Liaison:BackupDaily", "yes", "Liaison:BackupDaily 不能是“yes”，应是 true 或 false。")]
    [InlineData("Network:Https", "1", "Network:Https 不能是“1”，应是 true 或 false。")]
    [InlineData("SignIn:SecondFactorFor:0", "Boss", "SignIn:SecondFactorFor:0 不能是“Boss”，应是 LiaisonOffice、UnitStaff、StationStaff、Deputy、Administrator、Auditor 之一。")]
    [InlineData("SignIn:SecondFactorFor", "Auditor", "SignIn:SecondFactorFor 是一列值，应逐个写：SignIn:SecondFactorFor:0、SignIn:SecondFactorFor:1（环境变量写 SignIn__SecondFactorFor__0）。")]
    public void A_value_of_the_wrong_kind_is_named_with_what_belongs_there(string name, string value, string sentence) =>
        Assert.Equal([sentence], SettingsCheck.Faults(Settings(name, value)));

    [Theory]
    [InlineData("Liaison:FeedbackWithinDay", "15")]
    [InlineData("OpenIdConnect:Autority", "https://id.example")]
    [InlineData("Liaison:CongressSessions:0:Opened", "2026-01-12")]
    public void A_name_nobody_reads_is_pointed_out_and_stops_nothing(string name, string value)
    {
        Assert.Equal([name], SettingsCheck.Unknown(Settings(name, value)));
        Assert.Empty(SettingsCheck.Faults(Settings(name, value)));
    }

    [Theory]
    [InlineData("liaison:answerwithindays", "20")]
    [InlineData("SignIn:SecondFactorFor:0", "auditor")]
    [InlineData("Liaison:CongressSessions:0:OpenedOn", "2026-01-12")]
    [InlineData("Liaison:OutcomeLetters:Solved", "A")]
    public void What_the_app_can_read_passes(string name, string value)
    {
        Assert.Empty(SettingsCheck.Faults(Settings(name, value)));
        Assert.Empty(SettingsCheck.Unknown(Settings(name, value)));
    }

    [Theory]
    [InlineData("--Liaison:AnswerWithinDays=many")]
    [InlineData("--Liaison:BackupHour=24")]
    [InlineData("--SignIn:PasswordLength=3")]
    [InlineData("--Network:TrustedProxies:0=proxy")]
    [InlineData("--OpenIdConnect:Authority=http://id.example")]
    public async Task Any_wrong_setting_stops_every_verb_before_the_folder_is_touched(string setting)
    {
        using var folder = new LiaisonFolder();

        Assert.Equal(CommandLine.Refused, await CommandLine.RunAsync([$"--Liaison:DataDirectory={folder.Path}", setting, "counts", "--year", "2026"]));
        Assert.Equal(CommandLine.Refused, await CommandLine.RunAsync([$"--Liaison:DataDirectory={folder.Path}", setting, "serve"]));

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static IConfiguration Settings(string name, string value) => new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
}
