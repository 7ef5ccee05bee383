namespace VoterLiaison.Dashboard.Backups;

public sealed class BackupShelfTests
{
    [Fact]
    public void Of_the_last_days_one_each_is_kept_and_of_the_last_months_the_last()
    {
        var everyDay = EachDay(new DateOnly(2024, 6, 1), new DateOnly(2026, 3, 2));

        var kept = everyDay.Except(BackupShelf.ToGo(everyDay, 30, 12)).Select(backup => backup.Day).ToList();

        Assert.Equal(Enumerable.Range(0, 30).Select(day => new DateOnly(2026, 3, 2).AddDays(-day)), kept.Take(30));
        Assert.Equal(
            [new(2026, 1, 31), new(2025, 12, 31), new(2025, 11, 30), new(2025, 10, 31), new(2025, 9, 30), new(2025, 8, 31), new(2025, 7, 31), new(2025, 6, 30), new(2025, 5, 31), new DateOnly(2025, 4, 30)],
            kept.Skip(30));
    }

    [Fact]
    public void Of_several_of_a_day_the_newest_is_kept()
    {
        KeptBackup[] twice = [Backup(new DateOnly(2026, 3, 2), 12), Backup(new DateOnly(2026, 3, 2), 4)];
        Assert.Equal([twice[1]], BackupShelf.ToGo(twice, 30, 12));
    }

    [Fact]
    public void Where_none_was_made_for_years_the_old_ones_stay()
    {
        var old = EachDay(new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 20));
        Assert.Empty(BackupShelf.ToGo([Backup(new DateOnly(2026, 3, 2), 4), .. old], 30, 12));
    }

    private static List<KeptBackup> EachDay(DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(day => Backup(last.AddDays(-day), 4))];

    /// <summary>Taken at an hour of a day in the district.</summary>
    private static KeptBackup Backup(DateOnly day, int hour) => new($"{day}-{hour}", Domain.Calendar.ChinaTime.StartOf(day).AddHours(hour), 1);
}
