using VoterLiaison.Domain.Reports;

namespace VoterLiaison.Dashboard.Inquiries;

/// <summary>An inquiry in a list: what was asked last, of whom, and since when somebody waits. Who asked is in none.</summary>
public sealed record InquiryRow(int Id, string Number, InquiryStage Stage, string Question, DateOnly Since, int TimesAsked, string DeputyName, string DeputyCode, string Station);

/// <summary>A page of a list, and how many there are of each stage whatever the stage that is asked for.</summary>
public sealed record InquiryList(IReadOnlyList<InquiryRow> Rows, int Total, IReadOnlyDictionary<InquiryStage, int> Counts)
{
    public int Of(InquiryStage stage) => Counts.GetValueOrDefault(stage);
}

/// <summary>One step, as a reader may see it. What was noted when the voter was told is not for the deputy (第七条), so <see cref="Text"/> is then empty.</summary>
public sealed record InquiryStep(int Sequence, InquiryAct Act, DateOnly On, string Text, DateTime At, string By);

/// <summary>One inquiry, as a reader may see it.</summary>
public sealed record InquiryDetail
{
    public required int Id { get; init; }

    public required int Version { get; init; }

    public required string Number { get; init; }

    public required InquiryStage Stage { get; init; }

    public required int DeputyId { get; init; }

    public required string DeputyName { get; init; }

    public required string DeputyCode { get; init; }

    public required string Station { get; init; }

    /// <summary>赵** 138****7788; or that 第七条 keeps it from this reader.</summary>
    public required string Asker { get; init; }

    /// <summary>Whether it is about the reader: then nothing here tells who asked.</summary>
    public required bool IsAboutReader { get; init; }

    public required bool MayReveal { get; init; }

    public required bool MayErase { get; init; }

    /// <summary>What this reader can do now.</summary>
    public required IReadOnlySet<InquiryAct> May { get; init; }

    public required IReadOnlyList<InquiryStep> Steps { get; init; }

    /// <summary>The question that stands last.</summary>
    public InquiryStep Question => Steps.Last(step => step.Act is InquiryAct.Asked or InquiryAct.AskedAgain);

    /// <summary>The answer to it; null while it is owed.</summary>
    public InquiryStep? Answer => Steps.LastOrDefault(step => step.Act is InquiryAct.Answered && step.Sequence > Question.Sequence);

    public SeenInquiry Seen => new(Id, Version);
}
