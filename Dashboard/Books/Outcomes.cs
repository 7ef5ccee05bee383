using System.ComponentModel.DataAnnotations;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>办理结果类别: stored by meaning; which letter is printed before it is the office's to say (<c>Liaison:OutcomeLetters</c>).</summary>
internal static class Outcomes
{
    /// <summary>A．已解决; without a letter where the office gave it none.</summary>
    public static string InPrint(this AnswerOutcome outcome, LiaisonOptions office) => office.LetterOf(outcome) + outcome.InWords();

    /// <summary>The same, short enough for the head of a column.</summary>
    public static string InHeader(this AnswerOutcome outcome, LiaisonOptions office) =>
        office.LetterOf(outcome) + (outcome is AnswerOutcome.BeyondPower ? "超出权限" : outcome.InWords());

    private static string LetterOf(this LiaisonOptions office, AnswerOutcome outcome) => office.OutcomeLetters.TryGetValue(outcome.ToString(), out var letter) ? $"{letter}．" : "";
}

/// <summary>An outcome that is none, or a letter that an import would not know again, stops the app at start.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KnownOutcomesAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => WhyNot(value as IReadOnlyDictionary<string, string> ?? new Dictionary<string, string>()) is { } wrong
        ? new ValidationResult($"Liaison:OutcomeLetters 里{wrong}。可以写的类别：{string.Join('、', Enum.GetNames<AnswerOutcome>())}，字母为 A 至 Z。", [validationContext.MemberName!])
        : ValidationResult.Success;

    private static string? WhyNot(IReadOnlyDictionary<string, string> letters) =>
        letters.Keys.FirstOrDefault(key => !Enum.GetNames<AnswerOutcome>().Contains(key)) is { } unknown ? $"“{unknown}”不认识"
        : letters.Values.FirstOrDefault(letter => letter is not [>= 'A' and <= 'Z']) is { } odd ? $"“{odd}”不是一个字母"
        : null;
}
