using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Data.Accounts;

namespace VoterLiaison.Dashboard.Audit;

/// <summary>What the settings are at a start of the site; where they are others than at the last, the audit log says which.</summary>
/// <remarks>
/// An entry holds a line for each setting that changed (<c>name：old → new</c>) and for each other that is not at its default (<c>name：value</c>),
/// so that the last entry alone tells what was in force. Secrets are left out.
/// </remarks>
internal sealed class SettingsInForce(
    LiaisonStore store, TimeProvider clock, IOptions<LiaisonOptions> liaison, IOptions<SignInRules> signIn, IOptions<NetworkRules> network,
    IOptions<SingleSignOnRules> singleSignOn, IOptions<UpkeepOptions> upkeep)
{
    internal const string AllDefaults = "按默认设置";

    private const string Nothing = "空";
    private const string To = " → ";
    private const char Is = '：';
    private const int Longest = 60;

    private static readonly string[] Secrets = ["Secret", "Password", "Key", "Token"];

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Asked at each start of the site.</summary>
    /// <returns>Whether there was anything to enter.</returns>
    public Task<bool> RecordAsync(CancellationToken cancellationToken = default) => store.WriteAsync(
        async db =>
        {
            var defaults = Flat(new LiaisonOptions(), new SignInRules(), new NetworkRules(), new SingleSignOnRules(), new UpkeepOptions());
            var now = Flat(liaison.Value, signIn.Value, network.Value, singleSignOn.Value, upkeep.Value);
            var said = await db.AuditEntries.Where(entry => entry.Act == AuditAct.SettingsChanged).OrderByDescending(entry => entry.Id).Select(entry => entry.Detail).FirstOrDefaultAsync(cancellationToken);
            var before = said is null ? defaults : Read(said, defaults);
            if (said is not null && now.Keys.Union(before.Keys).All(name => Of(before, name) == Of(now, name)))
            {
                return false;
            }

            await db.AuditAsync(clock.GetUtcNow().UtcDateTime, Actor.App, AuditAct.SettingsChanged, "系统设置", Write(before, now, defaults), cancellationToken: cancellationToken);
            return true;
        },
        cancellationToken);

    private static string Write(Dictionary<string, string> before, Dictionary<string, string> now, Dictionary<string, string> defaults)
    {
        var lines = from name in now.Keys.Union(before.Keys)
                    let value = Of(now, name)
                    let old = Of(before, name)
                    where value != old || value != Of(defaults, name)
                    orderby value == old
                    select value == old ? $"{name}{Is}{value}" : $"{name}{Is}{old}{To}{value}";
        return string.Join('\n', lines.DefaultIfEmpty(AllDefaults));
    }

    private static string Of(Dictionary<string, string> settings, string name) => settings.GetValueOrDefault(name, Nothing);

    /// <summary>What was in force after an entry.</summary>
    private static Dictionary<string, string> Read(string detail, Dictionary<string, string> defaults)
    {
        var settings = new Dictionary<string, string>(defaults);
        foreach (var line in detail.Split('\n'))
        {
            if (line.IndexOf(Is, StringComparison.Ordinal) is > 0 and var end)
            {
                settings[line[..end]] = line[(end + 1)..].Split(To)[^1];
            }
        }

        return settings;
    }

    private static Dictionary<string, string> Flat(LiaisonOptions liaison, SignInRules signIn, NetworkRules network, SingleSignOnRules singleSignOn, UpkeepOptions upkeep)
    {
        var settings = new Dictionary<string, string>();
        Add(LiaisonOptions.Section, JsonSerializer.SerializeToElement(liaison, Json));
        Add(SignInRules.Section, JsonSerializer.SerializeToElement(signIn, Json));
        Add(NetworkRules.Section, JsonSerializer.SerializeToElement(network, Json));
        Add(SingleSignOnRules.Section, JsonSerializer.SerializeToElement(singleSignOn, Json));
        Add(UpkeepOptions.Section, JsonSerializer.SerializeToElement(upkeep, Json));
        return settings;

        void Add(string name, JsonElement value)
        {
            if (value.ValueKind is JsonValueKind.Object)
            {
                foreach (var inner in value.EnumerateObject().Where(inner => !Array.Exists(Secrets, secret => inner.Name.EndsWith(secret, StringComparison.OrdinalIgnoreCase))))
                {
                    Add($"{name}:{inner.Name}", inner.Value);
                }
            }
            else
            {
                settings[name] = InWords(value);
            }
        }
    }

    /// <summary>On one line, without the sign that stands between old and new; of a long one the beginning, and a mark by which it is known from another of the same beginning.</summary>
    private static string InWords(JsonElement value)
    {
        var words = value.ValueKind switch
        {
            JsonValueKind.True => "是",
            JsonValueKind.False => "否",
            JsonValueKind.Null => Nothing,
            JsonValueKind.Array => value.GetArrayLength() == 0 ? Nothing : string.Join('、', value.EnumerateArray().Select(InWords)),
            JsonValueKind.String => value.GetString()!.Length == 0 ? Nothing : string.Join(' ', value.GetString()!.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Replace('→', '>'),
            _ => value.ToString(),
        };
        return words.Length <= Longest ? words
            : $"{words[..Longest]}…（共 {words.Length} 字，{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8]}）";
    }
}
