using VoterLiaison.Domain.Calendar;
using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Reports;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>What deputies reported to the voters, with the polls and some texts; and what voters asked about their work (第七条).</summary>
/// <param name="district">Where it plays.</param>
/// <param name="end">The first day that has not happened.</param>
internal sealed class DemonstrationReports(DemonstrationDistrict district, DateOnly end)
{
    private const int DaysBetween = 9;

    private readonly Dice _dice = new(20190907);

    /// <summary>The year before almost everyone has reported; this year about as many as the year is old, and of the others every second one knows when.</summary>
    public IEnumerable<PerformanceReport> Reports()
    {
        foreach (var deputy in district.Deputies.Where(deputy => deputy.Level is DeputyLevel.District && deputy.Status is OfficeStatus.InOffice))
        {
            var thisYear = deputy == district.DemonstrationDeputy ? null : Held(deputy, end.Year);
            foreach (var report in new[] { Held(deputy, end.Year - 1), thisYear ?? Planned(deputy) }.OfType<PerformanceReport>())
            {
                yield return report;
            }
        }
    }

    /// <summary>Some in each stage; the first one waits for the deputy whose account comes with the demonstration.</summary>
    public IEnumerable<Inquiry> Inquiries()
    {
        List<Deputy> receiving = [.. district.Deputies.Where(deputy => deputy.Level is DeputyLevel.District && deputy.Status is OfficeStatus.InOffice && deputy.Stations.Count > 0)];
        List<Deputy> near = [.. receiving.Where(deputy => deputy.UnitId == district.DemonstrationDeputy?.UnitId && deputy != district.DemonstrationDeputy)];
        foreach (var (place, asked) in district.Material.Reports.Inquiries.Index())
        {
            var deputy = place < 2 && district.DemonstrationDeputy is { } own ? own : place % 2 == 0 && near.Count > 0 ? _dice.Any(near) : _dice.Any(receiving);
            yield return Played(asked, deputy, end.AddDays(-(6 + (place * DaysBetween))));
        }
    }

    private Inquiry Played(InquiryText text, Deputy deputy, DateOnly on)
    {
        var material = district.Material.People;
        var name = _dice.Of100(15) ? "" : _dice.Any(material.Surnames) + _dice.Any(material.Forms).Text;
        var phone = _dice.Of100(70) ? $"{material.PhonePrefix}{_dice.Between(0, 9999):0000}" : "";
        var station = deputy.Stations[0].StationId;
        var clerk = material.Clerks.FirstOrDefault(one => one.Unit == district.UnitOf(district.StationOf(station)))?.Name ?? material.Clerks[0].Name;
        var inquiry = Inquiry.Ask(deputy, station, new InquiryFacts(text.Question, on, name, phone), By(clerk, on));
        if (text.Answer is { } answer)
        {
            inquiry.Answer(answer, on.AddDays(2), By(deputy.Name, on.AddDays(2)));
        }

        if (text.How is { } how)
        {
            inquiry.Tell($"{clerk}{how}", on.AddDays(3), By(clerk, on.AddDays(3)));
        }

        if (text.Further is { } further)
        {
            inquiry.AskAgain(further, on.AddDays(4), By(clerk, on.AddDays(4)));
        }

        if (text is { FurtherAnswer: { } more, FurtherHow: { } again })
        {
            inquiry.Answer(more, on.AddDays(5), By($"{clerk}（代{deputy.Name}代表）", on.AddDays(5)));
            inquiry.Tell($"{clerk}{again}", on.AddDays(5), By(clerk, on.AddDays(5)));
        }

        return inquiry;
    }

    private PerformanceReport? Held(Deputy deputy, int year)
    {
        var on = new DateOnly(year, 6, 1).AddDays(_dice.Between(0, 200)).OrNextWorkday();
        var share = year < end.Year ? 96d : end.DayOfYear / 7d;
        if ((!_dice.Of100(share) && deputy != district.DemonstrationDeputy) || on >= end || on.Year != year)
        {
            return null;
        }

        var form = _dice.Of100(70) ? ReportForm.Oral : ReportForm.Written;
        var present = form is ReportForm.Oral ? _dice.Between(14, 46) : (int?)null;
        var report = PerformanceReport.Plan(deputy, year, on, form, Place(deputy));
        report.Hold(new ReportFacts(on, form, Place(deputy), present, present is { } voters && _dice.Of100(80) ? Poll(voters) : null), end);
        if (_dice.Of100(12) || deputy == district.DemonstrationDeputy)
        {
            report.Write(Text(deputy, year));
            report.Publish(on.AddDays(7) < end ? on.AddDays(7) : end);
        }

        return report;
    }

    private PerformanceReport? Planned(Deputy deputy)
    {
        var own = deputy == district.DemonstrationDeputy;
        var on = end.AddDays(own ? 12 : _dice.Between(5, 40)).OrNextWorkday();
        if ((!own && !_dice.Of100(50)) || on.Year != end.Year)
        {
            return null;
        }

        var report = PerformanceReport.Plan(deputy, end.Year, on, own || _dice.Of100(70) ? ReportForm.Oral : ReportForm.Written, Place(deputy));
        if (own)
        {
            report.Write(string.Join("\n\n", Text(deputy, end.Year).Split("\n\n").Take(2))); // begun
        }

        return report;
    }

    /// <summary>Most are content; a few are not, and some say nothing.</summary>
    private ReportPoll Poll(int present)
    {
        var voices = present - _dice.Between(0, 2);
        var dissatisfied = _dice.Of100(25) ? _dice.Between(1, 2) : 0;
        var mostly = Math.Min(_dice.Between(0, 6), voices - dissatisfied);
        return new ReportPoll(voices - mostly - dissatisfied, mostly, dissatisfied);
    }

    private string Text(Deputy deputy, int year) => _dice.Any(district.Material.Reports.Texts)
        .Replace("{年}", $"{year}", StringComparison.Ordinal).Replace("{姓名}", deputy.Name, StringComparison.Ordinal);

    private string Place(Deputy deputy) => $"{(deputy.Stations.Count > 0 ? district.StationOf(deputy.Stations[0].StationId).Name : "选区")}，选民代表会";

    private static Signature By(string name, DateOnly on) => new(name, ChinaTime.StartOf(on).AddHours(10));
}
