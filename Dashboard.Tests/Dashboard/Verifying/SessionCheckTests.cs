using Microsoft.Data.Sqlite;
using VoterLiaison.Dashboard.Activities;
using VoterLiaison.TestKit;

namespace VoterLiaison.Dashboard.Verifying;

public sealed class SessionCheckTests : IAsyncLifetime
{
    private LiaisonHouse _house = null!; // opened before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await LiaisonHouse.OpenAsync();
        var held = await HeldSession.OfAsync(_house);
        var record = new SeenRecord(held.Id, (await held.ReadAsync()).RecordedAt);
        await _house.The<SessionDesk>().HandOverAsync([record]);
        await _house.The<SessionDesk>().PlanAsync(HeldSession.Form(_house.District, LiaisonHouse.Today.AddDays(1)));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_session_entered_by_the_rules_agrees_with_its_entries() => Assert.Empty(await DifferencesAsync());

    [Theory]
    [InlineData("接待人次", "UPDATE ContactSessions SET VoterTimes = 70 WHERE Id = 1")]
    [InlineData("到场代表", "UPDATE SessionDeputies SET Attended = 1 WHERE SessionId = 1")]
    [InlineData("核对的代表", "UPDATE SessionDeputies SET ConfirmedOn = '2026-03-02' WHERE SessionId = 1 AND \"Order\" = 1")]
    [InlineData("登记到活动服务系统", "UPDATE ContactSessions SET HandedOverOn = NULL WHERE Id = 1")]
    [InlineData("版本", "UPDATE ContactSessions SET Version = 9 WHERE Id = 1")]
    [InlineData("情况", "UPDATE ContactSessions SET Status = 'Cancelled' WHERE Id = 2")]
    public async Task What_was_changed_behind_the_back_of_the_entries_is_named(string what, string by)
    {
        await using (var behind = _house.Behind())
        {
            await using var change = new SqliteCommand(by, behind);
            Assert.True(await change.ExecuteNonQueryAsync(Cancelled) > 0);
        }

        Assert.Contains(await DifferencesAsync(), difference => difference.What == what && difference.Where.StartsWith("接2026-000", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<Difference>> DifferencesAsync() => (await _house.The<Verification>().RunAsync(new Progress<int>(), Cancelled)).Differences;
}
