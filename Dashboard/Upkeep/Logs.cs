using Microsoft.Extensions.Logging.Console;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>What is logged, and how it is written.</summary>
internal static class Logs
{
    /// <summary>What logs addresses, typed text and the arguments of calls, when it is let. An address may hold a key, or what somebody looked for.</summary>
    private static readonly string[] _talkative = ["Microsoft.AspNetCore", "System.Net.Http"];

    /// <summary>Lines of JSON where the site is in use, unless Logging:Console:FormatterName says otherwise; and nothing, whatever is set, from what tells of people.</summary>
    public static void AddLogs(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            return;
        }

        services.AddLogging(logging => logging.AddConsoleFormatter<LogLines, ConsoleFormatterOptions>());
        if (configuration["Logging:Console:FormatterName"] is not { Length: > 0 })
        {
            services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = LogLines.FormatName);
        }

        services.PostConfigure<LoggerFilterOptions>(Quieten);
    }

    /// <summary>No rule lets the talkative say less than a warning, be it of one provider, of the whole family or by default.</summary>
    internal static void Quieten(LoggerFilterOptions filters)
    {
        for (var at = 0; at < filters.Rules.Count; at++)
        {
            if (filters.Rules[at] is { CategoryName: { } category } rule && _talkative.Any(one => category.StartsWith(one, StringComparison.OrdinalIgnoreCase)) && rule.LogLevel < LogLevel.Warning)
            {
                filters.Rules[at] = new LoggerFilterRule(rule.ProviderName, category, LogLevel.Warning, rule.Filter);
            }
        }

        foreach (var provider in filters.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
        {
            foreach (var category in _talkative.Where(one => !filters.Rules.Any(rule => rule.ProviderName == provider && rule.CategoryName == one)))
            {
                filters.Rules.Add(new LoggerFilterRule(provider, category, LogLevel.Warning, null));
            }
        }
    }
}
