using Microsoft.Extensions.Logging;

namespace VoterLiaison.Bench.House;

/// <summary>Counts what the app logs as an error: nobody reads the log of a run that takes hours.</summary>
internal sealed class LoggedErrors : ILoggerProvider, ILogger
{
    private int _count;

    public int Count => _count;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Interlocked.Increment(ref _count);
        }
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
