using System.CommandLine;
using System.CommandLine.Parsing;
using VoterLiaison.Dashboard.Accounts.Managing;
using VoterLiaison.Domain.Accounts;

namespace VoterLiaison.Dashboard.Commands;

/// <summary><c>--role ROLE [--unit CODE | --station CODE | --deputy CODE]</c>: one right, as the command line names it.</summary>
internal sealed class GrantOptions
{
    private readonly Option<string> _role = new("--role") { Description = $"权限：{string.Join("、", RoleNames.All.Select(name => $"{name}（{RoleNames.Find(name)!.Value.InWords()}）"))}", HelpName = "权限", Required = true };
    private readonly Option<string?> _unit = new("--unit") { Description = "单位工作人员的单位代码", HelpName = "代码" };
    private readonly Option<string?> _station = new("--station") { Description = "家站工作人员的家站代码", HelpName = "代码" };
    private readonly Option<string?> _deputy = new("--deputy") { Description = "人大代表的代表证号", HelpName = "证号" };

    public void AddTo(Command command)
    {
        command.Add(_role);
        command.Add(_unit);
        command.Add(_station);
        command.Add(_deputy);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_role)?.Tokens is [var named])
            {
                if (RoleNames.Find(named.Value) is not { } role)
                {
                    result.AddError($"没有“{named.Value}”这项权限，可写：{string.Join("、", RoleNames.All)}。");
                }
                else if (Given(result) is var given && (ScopeOf(role) is { } needed ? given.Count != 1 || given[0] != needed : given.Count > 0))
                {
                    result.AddError(ScopeOf(role) is { } scope ? $"{role.InWords()}要用 {scope.Name} 写明是哪一个，只写这一项。" : $"{role.InWords()}管全区，不写 --unit、--station、--deputy。");
                }
            }
        });
    }

    /// <exception cref="Domain.Rules.RuleBrokenException">There is nothing of that code.</exception>
    public Grant Of(ParseResult parsed, Scopes scopes)
    {
        var role = RoleNames.Find(parsed.GetValue(_role))!.Value;
        return scopes.Find(role, ScopeOf(role) is { } scope ? parsed.GetValue(scope) : null);
    }

    private List<Option<string?>> Given(CommandResult result) => [.. new[] { _unit, _station, _deputy }.Where(option => result.GetResult(option) is not null)];

    private Option<string?>? ScopeOf(Role role) => role switch
    {
        Role.UnitStaff => _unit,
        Role.StationStaff => _station,
        Role.Deputy => _deputy,
        Role.LiaisonOffice or Role.Administrator or Role.Auditor => null,
    };
}
