using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard.Access;

namespace VoterLiaison.Dashboard.Upkeep;

/// <summary>Of the settings in force those that decide how safe the house is, a line each. No secret is among them.</summary>
public sealed class SettingsThatMatter(
    IOptions<LiaisonOptions> liaison, IOptions<SignInRules> signIn, IOptions<NetworkRules> network, IOptions<SingleSignOnRules> singleSignOn, TelemetryPlace telemetry)
{
    public IReadOnlyList<SettingLine> Lines
    {
        get
        {
            var (rules, house, net) = (signIn.Value, liaison.Value, network.Value);
            return
            [
                new("经 https 访问", net.Https ? "是" : "否，只宜在本机试用"),
                new("信任的反向代理", net.TrustedProxies.Length is 0 ? "没有" : string.Join('、', net.TrustedProxies)),
                new("口令", $"至少 {rules.PasswordLength} 位、{rules.PasswordKinds} 类字符，{(rules.PasswordDays is 0 ? "不限期" : $"{rules.PasswordDays} 天一换")}"),
                new("口令试错", $"连错 {rules.FailuresBeforeLock} 次，锁 {rules.LockMinutes} 分钟"),
                new("登录", $"{rules.IdleMinutes} 分钟没有动静就退出，最长 {rules.SessionHours} 小时"),
                new("必须两步验证的", rules.SecondFactorFor.Length is 0 ? "没有规定" : string.Join('、', rules.SecondFactorFor.Select(role => role.InWords()))),
                new("统一身份认证", singleSignOn.Value.IsOn ? singleSignOn.Value.Name : "没有接入"),
                new("审计记录保留", $"{house.AuditKeptDays} 天"),
                new("选民信息保留", house.VotersKeptYears is 0 ? "一直保留" : $"办结后 {house.VotersKeptYears} 年"),
                new("运行数据外送", telemetry.Endpoint is { } endpoint ? $"送往 {endpoint.Authority}" : "不送"),
            ];
        }
    }
}
