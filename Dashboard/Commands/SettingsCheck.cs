using System.Globalization;
using System.Reflection;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Commands;

/// <summary>Looks through the settings as they are written, before they are bound: binding would stop at a value of the wrong kind with a sentence for programmers, and pass over one in a list in silence.</summary>
internal static class SettingsCheck
{
    private static readonly (string Section, Type Type)[] Sections =
    [
        (LiaisonOptions.Section, typeof(LiaisonOptions)),
        (SignInRules.Section, typeof(SignInRules)),
        (NetworkRules.Section, typeof(NetworkRules)),
        (SingleSignOnRules.Section, typeof(SingleSignOnRules)),
        (UpkeepOptions.Section, typeof(UpkeepOptions)),
    ];

    /// <summary>What cannot be right: a sentence each, with what belongs there.</summary>
    public static IReadOnlyList<string> Faults(IConfiguration settings) => [.. Looks(settings).Where(look => look.Fault is not null).Select(look => look.Fault!)];

    /// <summary>Names that nobody reads: most likely misspelled.</summary>
    public static IReadOnlyList<string> Unknown(IConfiguration settings) => [.. Looks(settings).Where(look => look.Fault is null).Select(look => look.Name)];

    private static IEnumerable<(string Name, string? Fault)> Looks(IConfiguration settings) =>
        Sections.SelectMany(section => settings.GetSection(section.Section).GetChildren().SelectMany(setting => Look(setting, section.Type)));

    private static IEnumerable<(string Name, string? Fault)> Look(IConfigurationSection setting, Type owner) =>
        owner.GetProperty(setting.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is { } known ? LookAt(setting, known.PropertyType) : [(setting.Path, null)];

    private static IEnumerable<(string Name, string? Fault)> LookAt(IConfigurationSection setting, Type type)
    {
        if (IsOne(type))
        {
            return Fits(setting, type) ? [] : [(setting.Path, $"{setting.Path} 不能是“{setting.Value}”，应是{Kind(type)}。")];
        }

        if (type.IsAssignableTo(typeof(IReadOnlyDictionary<string, string>)))
        {
            return [];
        }

        var element = type.GetElementType() ?? type.GetGenericArguments()[0];
        return setting.Value is { Length: > 0 }
            ? [(setting.Path, $"{setting.Path} 是一列值，应逐个写：{setting.Path}:0、{setting.Path}:1（环境变量写 {setting.Path.Replace(":", "__", StringComparison.Ordinal)}__0）。")]
            : setting.GetChildren().SelectMany(item => IsOne(element) ? LookAt(item, element) : item.GetChildren().SelectMany(inner => Look(inner, element)));
    }

    private static bool IsOne(Type type) => type == typeof(string) || type == typeof(int) || type == typeof(bool) || type.IsEnum;

    private static bool Fits(IConfigurationSection setting, Type type) =>
        !setting.GetChildren().Any()
        && (type == typeof(string)
            || (type == typeof(int) && int.TryParse(setting.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            || (type == typeof(bool) && bool.TryParse(setting.Value, out _))
            || (type.IsEnum && Enum.TryParse(type, setting.Value, ignoreCase: true, out var named) && Enum.IsDefined(type, named)));

    private static string Kind(Type type) =>
        type == typeof(int) ? "整数"
        : type == typeof(bool) ? " true 或 false"
        : type.IsEnum ? $" {string.Join('、', Enum.GetNames(type))} 之一"
        : "一个值，不带下级";
}
