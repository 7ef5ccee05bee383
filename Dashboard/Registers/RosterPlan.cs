using System.Globalization;
using System.Text.RegularExpressions;
using VoterLiaison.Dashboard.Ledgers;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Rules;
using VoterLiaison.Domain.Stations;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>A roster held against the register: who is new, who changes and how, who stays, and which rows cannot be taken.</summary>
/// <remarks>The certificate number is the key; names are none. An empty cell says nothing and changes nothing. The dry run and the taking over make the same plan.</remarks>
internal sealed partial class RosterPlan
{
    private readonly RosterRegister _register;
    private readonly RosterNames _names;
    private readonly DateOnly _today;
    private readonly List<RosterLine> _lines = [];

    private RosterPlan(RosterRegister register, DateOnly today)
    {
        _register = register;
        _names = new RosterNames(register.Units, register.Stations, register.Districts);
        _today = today;
    }

    public IReadOnlyList<RosterLine> Lines => _lines;

    public static RosterPlan Of(RosterReading reading, RosterRegister register, DateOnly today)
    {
        var plan = new RosterPlan(register, today);
        var taken = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in reading.Rows)
        {
            plan._lines.Add(plan.LineOf(row, taken));
        }

        plan.PointOutNamesakes();
        return plan;
    }

    private RosterLine LineOf(RosterRow row, Dictionary<string, int> taken)
    {
        var code = row.Text(RosterColumn.Code).Replace(" ", "", StringComparison.Ordinal);
        var name = row.Text(RosterColumn.Name).Replace(" ", "", StringComparison.Ordinal);
        var line = new RosterLine(row.Line, code, name);
        if (code.Length == 0)
        {
            return line.Refused("没有写代表证号。姓名会重复，没有证号不能录入。");
        }

        if (!taken.TryAdd(code, row.Line))
        {
            return line.Refused($"证号和第{taken[code]}行的一样，只看第{taken[code]}行。");
        }

        try
        {
            var known = _register.Deputies.FirstOrDefault(deputy => deputy.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
            return known is null ? New(line, row) : Known(line, row, known);
        }
        catch (RuleBrokenException broken)
        {
            return line.Refused(broken.Message);
        }
    }

    private RosterLine New(RosterLine line, RosterRow row)
    {
        Rule.Require(line.Name.Length > 0, "没有写姓名。");
        var form = FormOf(line, row, new DeputyForm { Code = line.Code, Level = LevelOf(row) ?? DeputyLevel.District });
        Rule.Require(form.Term > 0, "没有写届次。");
        Rule.Require(form.Level is not DeputyLevel.District || form.ElectoralDistrictId is not null, "没有写选区。");
        Rule.Require(form.Level is not DeputyLevel.City || form.ElectingBody.Length > 0, "市人大代表要写明选举单位，写在“选区”一栏。");
        RequireMine(form.UnitId);
        return line with { Outcome = RosterOutcome.New, Form = form, Status = StatusOf(row, OfficeStatus.InOffice), StatusSince = SinceOf(row), Notes = NotesOf(row) };
    }

    private RosterLine Known(RosterLine line, RosterRow row, Deputy deputy)
    {
        RequireMine(deputy.UnitId);
        Rule.Require(LevelOf(row) is not { } level || level == deputy.Level, $"名册里是{deputy.Level.InWords()}，层级不能改。请核对证号。");
        var before = DeputyForm.Of(deputy);
        var form = FormOf(line with { Name = line.Name.Length > 0 ? line.Name : deputy.Name }, row, DeputyForm.Of(deputy));
        RequireMine(form.UnitId);
        var status = StatusOf(row, deputy.Status);
        var since = SinceOf(row);
        Rule.Require(status is null || deputy.StatusSince is not { } last || (since ?? _today) >= last, $"任职状态在{deputy.StatusSince:yyyy-MM-dd}已经变过，新的日期不能更早。");
        List<RosterChange> changes = [.. Differences(before, form)];
        if (status is { } now)
        {
            changes.Add(new("任职状态", deputy.Status.InWords(), $"{now.InWords()}（{since ?? _today:yyyy-MM-dd}起）"));
        }

        return line with
        {
            Name = form.Name,
            Outcome = changes.Count > 0 ? RosterOutcome.Changed : RosterOutcome.Unchanged,
            DeputyId = deputy.Id,
            Form = form,
            Status = status,
            StatusSince = since,
            Changes = changes,
            Notes = NotesOf(row),
        };
    }

    private DeputyForm FormOf(RosterLine line, RosterRow row, DeputyForm form)
    {
        form.Name = line.Name;
        if (row.Text(RosterColumn.Term) is { Length: > 0 } term)
        {
            form.Term = RosterNames.Term(term) ?? throw new RuleBrokenException($"届次“{term}”认不得，请写数字，如 17。");
        }

        ReadDistrict(row, form);
        if (row.Text(RosterColumn.Unit) is { Length: > 0 } unit)
        {
            form.UnitId = _names.Unit(unit, out var none)?.Id;
            Rule.Require(none || form.UnitId is not null, $"单位“{unit}”不在名册里。请写街道或者联组的名称，如 八角街道、首钢代表联组；不属街道的写“无”。");
        }

        if (row.Text(RosterColumn.Post) is { Length: > 0 } post)
        {
            form.Post = post;
        }

        if (row.Text(RosterColumn.Contact) is { Length: > 0 } contact && !Mobile().IsMatch(contact))
        {
            form.PublicContact = contact;
        }

        if (row.Text(RosterColumn.Stations) is { Length: > 0 } stations)
        {
            form.StationIds = [.. Separator().Split(stations).Where(part => part.Length > 0).Select(StationOf).Distinct().Order()];
        }

        return form;
    }

    private void ReadDistrict(RosterRow row, DeputyForm form)
    {
        var written = row.Text(RosterColumn.District);
        if (form.Level is DeputyLevel.City)
        {
            form.ElectingBody = row.Text(RosterColumn.ElectingBody) is { Length: > 0 } body ? body : written.Length > 0 ? written : form.ElectingBody;
        }
        else if (written.Length > 0)
        {
            form.ElectoralDistrictId = _names.District(written)?.Id ?? throw new RuleBrokenException($"选区“{written}”不在名册里。请先到“选区”里新增，再导入。");
        }
    }

    private int StationOf(string written)
    {
        var station = _names.Station(written) ?? throw new RuleBrokenException($"家站“{written}”不在名册里，或者不止一个叫这个名字。请写全称或代码，几个之间用顿号。");
        Rule.Require(station.IsOpenOn(_today), $"{station.Name}已经停用，不能驻站。");
        return station.Id;
    }

    private static DeputyLevel? LevelOf(RosterRow row) => row.Text(RosterColumn.Level) is { Length: > 0 } level
        ? RosterNames.Level(level) ?? throw new RuleBrokenException($"层级“{level}”认不得，请写“区”或“市”。")
        : null;

    /// <summary>The status it changes to; null where it stays.</summary>
    private static OfficeStatus? StatusOf(RosterRow row, OfficeStatus before) => row.Text(RosterColumn.Status) is { Length: > 0 } status
        ? (RosterNames.Status(status) ?? throw new RuleBrokenException($"任职状态“{status}”认不得，请写在任、暂停执行职务、辞职、罢免或资格终止。")) is var read && read != before ? read : null
        : null;

    private DateOnly? SinceOf(RosterRow row)
    {
        if (row.Text(RosterColumn.StatusSince).Length == 0)
        {
            return null;
        }

        Rule.Require(LedgerDates.TryRead(row.Cell(RosterColumn.StatusSince), null, out var since, out var refusal), $"任职变动日期：{refusal}");
        Rule.Require(since <= _today, $"任职变动日期{since:yyyy-MM-dd}还没有到。");
        return since;
    }

    private static IReadOnlyList<string> NotesOf(RosterRow row) =>
        Mobile().IsMatch(row.Text(RosterColumn.Contact)) ? ["联系方式像是个人手机号，没有录入：联系方式是要公布的。确要公布，请到名册里单独填写。"] : [];

    private void RequireMine(int? unitId) => Rule.Require(_register.Scope.Covers(unitId), "这一行不归您的单位，请联络室导入。");

    private IEnumerable<RosterChange> Differences(DeputyForm before, DeputyForm after) => new RosterChange[]
    {
        new("姓名", before.Name, after.Name),
        new("届次", Text(before.Term), Text(after.Term)),
        new("选区", DistrictName(before.ElectoralDistrictId), DistrictName(after.ElectoralDistrictId)),
        new("选举单位", before.ElectingBody, after.ElectingBody),
        new("单位", UnitName(before.UnitId), UnitName(after.UnitId)),
        new("单位和职务", before.Post, after.Post),
        new("驻站", StationNames(before), StationNames(after)),
        new("公布的联系方式", before.PublicContact, after.PublicContact),
    }.Where(change => change.Before != change.After);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string DistrictName(int? id) => _register.Districts.FirstOrDefault(district => district.Id == id)?.Name ?? "";

    private string UnitName(int? id) => _register.Units.FirstOrDefault(unit => unit.Id == id)?.ShortName ?? "不属街道";

    private string StationNames(DeputyForm form) => string.Join('、', _register.Stations.Where(station => form.StationIds.Contains(station.Id)).Select(station => station.Name));

    /// <summary>Two of one name are two deputies; it is said, so that nobody takes it for a mistake.</summary>
    private void PointOutNamesakes()
    {
        var everybody = _lines.Where(line => line.Outcome is not RosterOutcome.Refused).Select(line => (line.Code, line.Name))
            .Concat(_register.Deputies.Where(deputy => _register.Scope.Covers(deputy.UnitId) && _lines.TrueForAll(line => line.DeputyId != deputy.Id)).Select(deputy => (deputy.Code, deputy.Name)))
            .ToLookup(one => one.Name, one => one.Code);
        for (var place = 0; place < _lines.Count; place++)
        {
            var line = _lines[place];
            if (line.Outcome is RosterOutcome.New or RosterOutcome.Changed && everybody[line.Name].Where(code => code != line.Code).ToList() is { Count: > 0 } others)
            {
                _lines[place] = line with { Notes = [.. line.Notes, $"还有一位也叫{line.Name}（{string.Join('、', others)}），证号不同，是两位代表。"] };
            }
        }
    }

    [GeneratedRegex(@"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[、,，;；/\s]+")]
    private static partial Regex Separator();
}

/// <summary>What a roster is held against.</summary>
internal sealed record RosterRegister(RegisterScope Scope, IReadOnlyList<LiaisonUnit> Units, IReadOnlyList<ElectoralDistrict> Districts, IReadOnlyList<Station> Stations, IReadOnlyList<Deputy> Deputies);
