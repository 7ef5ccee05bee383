namespace VoterLiaison.Dashboard.Calendar;

/// <summary>Which calendars somebody should see to.</summary>
internal static class MissingYears
{
    /// <summary>The General Office usually publishes the next year's arrangement in November.</summary>
    private const int AnnouncedInMonth = 11;

    /// <summary>This year's whenever it is missing, the next one's from 1 November on.</summary>
    public static IEnumerable<string> Reminders(IReadOnlyCollection<int> loaded, DateOnly today)
    {
        if (!loaded.Contains(today.Year))
        {
            yield return $"{today.Year}年的年历没有装入。落在这一年的代表评价期限（15个工作日）算不出来。";
        }

        if (today.Month >= AnnouncedInMonth && !loaded.Contains(today.Year + 1))
        {
            yield return $"{today.Year + 1}年的年历还没有装入。国务院办公厅通常在11月公布下一年的节假日安排，公布后请尽快装入；装入以前，落在{today.Year + 1}年的代表评价期限算不出来。";
        }
    }

    /// <summary>From the first loaded year to the next one, the latest first: those that are not loaded.</summary>
    public static IEnumerable<int> Among(IReadOnlyCollection<int> loaded, DateOnly today)
    {
        var first = loaded.Append(today.Year).Min();
        return Enumerable.Range(first, today.Year + 2 - first).Except(loaded).Reverse();
    }
}
