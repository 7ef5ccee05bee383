using VoterLiaison.Domain.Opinions;
using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Dashboard.Imports;

/// <summary>What becomes of each row of a ledger at one station: new, known already, or refused. Found by doing every act once without keeping it.</summary>
internal sealed class ImportPlan
{
    private readonly List<LedgerOpinion> _new = [];
    private readonly ImportTally _tally = new();
    private readonly List<RowNote> _differences = [];
    private int _recognisedRows;

    private ImportPlan(LedgerReading reading, ImportRegister register)
    {
        Reading = reading;
        Register = register;
        Findings = Findings.Continuing(reading.Findings);
    }

    public LedgerReading Reading { get; }
    public ImportRegister Register { get; }
    public Findings Findings { get; }

    /// <summary>In the ledger's order, but those merged into another come after it.</summary>
    public IReadOnlyList<LedgerOpinion> New => _new;

    /// <summary>The source number of the opinion another is merged into, by its own.</summary>
    public Dictionary<string, string> Leads { get; } = [];

    /// <summary>The receptions that are new, in the ledger's order.</summary>
    public List<LedgerReception> NewReceptions { get; } = [];

    /// <summary>The reception a known opinion's row belongs to; null where it is new.</summary>
    public Dictionary<LedgerReception, int> KnownReceptions { get; } = [];

    public static ImportPlan Of(LedgerReading reading, ImportRegister register, Stamp stamp, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = new ImportPlan(reading, register);
        var receiving = new ReceptionClerk(register, new Signature(stamp.By, stamp.At));
        foreach (var reception in reading.Receptions)
        {
            plan.Try(receiving, reception);
        }

        var opinions = LedgerOpinion.Gather(reading.Entries, plan.Findings);
        plan.FindLeads(opinions);

        var clerk = new LedgerClerk(register, stamp, plan.Findings);
        // What is known already is taken once more to compare it; nothing of that is to be said or registered.
        var comparing = new LedgerClerk(register with { Organs = new OrganRegister(register.Organs.Known) }, stamp, new Findings());
        var leads = plan.Leads.Values.Distinct().ToDictionary(number => number, Opinion? (_) => null);
        foreach (var (place, opinion) in opinions.OrderBy(opinion => plan.Leads.ContainsKey(opinion.SourceNumber)).Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            plan.Try(clerk, comparing, opinion, leads);
            if ((place + 1) % 1000 == 0 || place + 1 == opinions.Count)
            {
                progress?.Report(new ImportProgress("核对", place + 1, opinions.Count));
            }
        }

        return plan;
    }

    public ImportReport Report() => new()
    {
        FileName = Reading.FileName,
        StationCode = Register.Stations.Chosen?.Code ?? ImportDesk.AsWritten,
        StationName = Register.Stations.Chosen?.Name ?? "台账所写的各家站",
        ByStation = _new.CountBy(opinion => Register.Stations.Of(opinion.First)).OrderBy(station => station.Key.Code).ToDictionary(station => station.Key.Code, station => station.Value),
        Sheet = Reading.Sheet.Name,
        HeaderLine = Reading.Sheet.Header.Line,
        OtherSheets = Reading.Sheet.Others,
        ColumnsLeft = [.. Reading.Sheet.Header.Unrecognised, .. Reading.Sheet.Header.Repeated],
        Rows = Reading.Rows,
        Opinions = _new.Count,
        Receptions = NewReceptions.Count,
        VoterTimes = NewReceptions.Sum(reception => reception.VoterTimes),
        FurtherRows = _new.Sum(opinion => opinion.Rows.Count - 1),
        ByYear = _tally.ByYear,
        Forwarded = _tally.Forwarded,
        Answered = _tally.Answered,
        Answers = _tally.Answers,
        FedBack = _tally.FedBack,
        AwaitingFeedback = _tally.AwaitingFeedback,
        RecognisedRows = _recognisedRows,
        Differences = _differences,
        Refused = Findings.Refused,
        Remarks = Findings.Remarks,
        NewOrgans = [.. Register.Organs.New.Select(organ => organ.Name)],
    };

    /// <summary>Plans and holds one reception without keeping it.</summary>
    private void Try(ReceptionClerk clerk, LedgerReception reception)
    {
        try
        {
            var session = clerk.Hold(reception);
            if (!Register.Receptions.TryGetValue((session.StationId, session.On, session.From), out var known))
            {
                NewReceptions.Add(reception);
            }
            else if (known.IsHeld)
            {
                KnownReceptions.Add(reception, known.Id);
                Findings.Remark(reception.Lines[0], "这一场接待已经登记过，没有再登记一次。");
            }
            else
            {
                throw new RuleBrokenException("这一场已经安排、还没有登记接待，请在系统里登记。");
            }
        }
        catch (RuleBrokenException broken)
        {
            reception.Lines.ForEach(line => Findings.Refuse(line, broken.Message));
        }
    }

    private void RequireReception(LedgerOpinion ledger) =>
        Rule.Require(ledger.First.Reception is not { } reception || KnownReceptions.ContainsKey(reception) || NewReceptions.Contains(reception), "这一场接待没有通过，意见也没有登记。");

    /// <summary>Does what the ledger says of one opinion on a series that is thrown away.</summary>
    /// <remarks>Only what others are merged into is kept, in <paramref name="leads"/>: the whole of a long ledger would fill the memory.</remarks>
    private void Try(LedgerClerk clerk, LedgerClerk comparing, LedgerOpinion ledger, Dictionary<string, Opinion?> leads)
    {
        try
        {
            RequireReception(ledger);
            var station = Register.Stations.Of(ledger.First);
            var known = Register.Known.GetValueOrDefault((station.Id, ledger.SourceNumber));
            var lead = Leads.GetValueOrDefault(ledger.SourceNumber) is { } number
                ? leads[number] ?? throw new RuleBrokenException($"合并至“{number}”，那一件没有通过，或自己也并入了别的意见。")
                : null;
            var opinion = (known is null ? clerk : comparing).Take(ledger, new OpinionSeries(station.Id, ledger.First.ReceivedOn.Year), lead);
            if (known is not null)
            {
                Recognise(ledger, opinion, known);
                return;
            }

            if (leads.ContainsKey(ledger.SourceNumber))
            {
                leads[ledger.SourceNumber] = opinion;
            }

            _new.Add(ledger);
            _tally.Add(opinion);
        }
        catch (RuleBrokenException broken)
        {
            foreach (var row in ledger.Rows)
            {
                Findings.Refuse(row.Line, broken.Message);
            }
        }
    }

    private void Recognise(LedgerOpinion ledger, Opinion asLedger, KnownOpinion known)
    {
        _recognisedRows += ledger.Rows.Count;
        if (known.DifferencesFrom(asLedger).ToList() is { Count: > 0 } differences)
        {
            _differences.Add(new RowNote(ledger.First.Line, $"编号“{ledger.SourceNumber}”已登记为 {known.Number}，与台账不同，未改动。{string.Join('；', differences)}。"));
        }
    }

    private void FindLeads(List<LedgerOpinion> opinions)
    {
        var numbers = opinions.Select(opinion => opinion.SourceNumber).ToHashSet();
        var known = Register.Known.Keys.Select(key => key.Number).ToHashSet();
        foreach (var opinion in opinions.Where(opinion => opinion.First.MergedInto.Length > 0))
        {
            var number = opinion.First.MergedInto;
            if (numbers.Contains(number) && number != opinion.SourceNumber && !known.Contains(number))
            {
                Leads.Add(opinion.SourceNumber, number);
            }
            else
            {
                Findings.Remark(opinion.First.Line, $"合并至“{number}”，这份台账里没有可以并入的那一件，未并案。请登记后在系统里并案。");
            }
        }
    }
}
