using VoterLiaison.Domain.Deputies;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Data.Seeding;

/// <summary>What the demonstration is made of, as <c>seed-data/demonstration</c> holds it. No real person is in it.</summary>
internal sealed record DemonstrationMaterial(
    IReadOnlyList<StationRecord> Stations,
    IReadOnlyList<DistrictRecord> Districts,
    IReadOnlyList<DeputyRecord> Deputies,
    Voices Voices,
    SlotWords Slots,
    People People,
    RhythmWeights Rhythm,
    ReportTexts Reports,
    IReadOnlyList<NoticeText> Notices)
{
    public static DemonstrationMaterial Read() => new(
        Read<List<StationRecord>>("stations"), Read<List<DistrictRecord>>("districts"), Read<List<DeputyRecord>>("deputies"),
        Read<Voices>("voices"), Read<SlotWords>("slots"), Read<People>("people"), Read<RhythmWeights>("rhythm"), Read<ReportTexts>("reports"), Read<List<NoticeText>>("notices"));

    private static T Read<T>(string name) => SeedFiles.Read<T>($"demonstration/{name}.json");
}

/// <summary>What the public is told of a matter that was solved; <c>Subject</c> is the title of the matter.</summary>
internal sealed record NoticeText(string Subject, string Title, string Asked, string Done);

/// <summary>Texts of reports to the voters, and what voters ask about a deputy's work.</summary>
internal sealed record ReportTexts(IReadOnlyList<string> Texts, IReadOnlyList<InquiryText> Inquiries);

/// <summary>A question and, as far as it got, the answer, how the voter was told, and what was asked further.</summary>
internal sealed record InquiryText(string Question, string? Answer = null, string? How = null, string? Further = null, string? FurtherAnswer = null, string? FurtherHow = null);

internal sealed record DistrictRecord(int Number, string Name, string? Unit);

internal sealed record DeputyRecord(
    string Code, string Name, DeputyLevel Level, int Term, string? Unit, int? District, string? ElectingBody, string UnitAndPost,
    IReadOnlyList<string> Stations, OfficeStatus Status, DateOnly? StatusSince);

internal sealed record Voices(
    IReadOnlyDictionary<string, string> SubdistrictOf, IReadOnlyList<Matter> Opinions, IReadOnlyList<OnTheSpot> ExplainedOnTheSpot, IReadOnlyList<Elsewhere> OutOfScope);

/// <summary>Something voters speak about, and the answers that fit it.</summary>
internal sealed record Matter(
    string Id, string Category, string Title, string Text, string LeadOrgan, IReadOnlyList<string> CoHandlers, bool CityMatter,
    IReadOnlyList<int> Months, IReadOnlyList<string> Units, IReadOnlyList<string> AlsoSaid, IReadOnlyList<AnswerText> Answers)
{
    /// <summary>Told so personally that it is used once.</summary>
    public bool IsPersonal => Text.Length > 400;

    public bool Fits(int month, string unit) => (Months.Count == 0 || Months.Contains(month)) && (Units.Count == 0 || Units.Contains(unit));
}

internal sealed record AnswerText(AnswerOutcome Outcome, string Text, string? Explanation);

/// <summary>Explained where it was spoken. What <c>ConcernsDeputy</c> marks speaks of the work of the deputy who received it (第七条); then somebody else explains.</summary>
internal sealed record OnTheSpot(string Category, string Title, string Text, string Explanation, bool ConcernsDeputy = false);

internal sealed record Elsewhere(string Category, string Title, string Text, string PointedTo, string Reason);

internal sealed record SlotWords(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> ByUnit,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Anywhere,
    IReadOnlyDictionary<string, NumberRange> Numbers);

internal sealed record NumberRange(int Min, int Max);

internal sealed record People(
    IReadOnlyList<string> Surnames, IReadOnlyList<Weighted> Forms, string PhonePrefix, IReadOnlyList<string> Openings, IReadOnlyList<string> Closings,
    IReadOnlyDictionary<FeedbackMeans, IReadOnlyList<string>> Feedback, IReadOnlyDictionary<VoterRating, IReadOnlyList<string>> VoterRemarks,
    IReadOnlyList<string> AnotherRoundReasons, IReadOnlyList<Clerk> Clerks, IReadOnlyList<Session> Sessions, DocumentNumbers DocumentNumbers,
    IReadOnlyList<Meeting> Meetings, IReadOnlyList<string> ReturnReasons, IReadOnlyList<string> WithdrawReasons, IReadOnlyList<string> MergeReasons,
    IReadOnlyList<string> UnmergeReasons, IReadOnlyList<string> ExtensionReasons, IReadOnlyList<string> BesideAnswers, IReadOnlyList<string> Supplements,
    IReadOnlyList<string> CityDeputyAnswers);

internal sealed record Weighted(string Text, int Weight);

internal sealed record Clerk(string Name, string? Unit);

internal sealed record Session(string Name, string Code, DateOnly OpensOn, DateOnly ClosesOn);

internal sealed record DocumentNumbers(string SessionMotion, string SessionSuggestion, string BetweenSessionsSuggestion, string DirectLine);

internal sealed record Meeting(CommitteeMeetingKind Kind, DateOnly HeldOn, string Topic, IReadOnlyList<string> Categories);

internal sealed record RhythmWeights(
    IReadOnlyDictionary<int, int> MonthWeights, VoterShares VoterShares, IReadOnlyDictionary<string, int> CategoryWeights, IReadOnlyDictionary<string, int> StationWeights);

internal sealed record VoterShares(int NamedWithPhone, int NamedWithoutPhone, int Anonymous, int Several);
