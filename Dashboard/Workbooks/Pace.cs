namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Counts rows and says so every thousand.</summary>
internal sealed class Pace(IProgress<BookProgress>? progress)
{
    private const int Step = 1_000;

    private long _read;
    private long _written;

    public void RowRead() => Report(++_read);

    public void RowWritten() => Report(++_written);

    public void Complete() => progress?.Report(new BookProgress(_read, _written, IsComplete: true));

    private void Report(long rows)
    {
        if (rows % Step == 0)
        {
            progress?.Report(new BookProgress(_read, _written, IsComplete: false));
        }
    }
}
