using VoterLiaison.Domain.Rules;

namespace VoterLiaison.Domain.Submissions;

/// <summary>回执: a number to name it by, and a secret code of which only a keyed hash is kept.</summary>
public sealed class Receipt
{
    private Receipt(string number, byte[] codeHash, DateTime issuedAt, string issuedBy)
    {
        (Number, CodeHash, IssuedAt, IssuedBy) = (number, codeHash, issuedAt, issuedBy);
    }

    public int Id { get; private set; }

    /// <summary>2026-0147: unique and never reused.</summary>
    public string Number { get; private set; }

    /// <summary>HMAC-SHA256 over number and code; the code itself is nowhere.</summary>
    public byte[] CodeHash { get; private set; }

    /// <summary>What came by the public page.</summary>
    public int? SubmissionId { get; private set; }

    public Submission? Submission { get; private set; }

    /// <summary>What was collected otherwise.</summary>
    public int? OpinionId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime IssuedAt { get; private set; }

    /// <summary>选民 for the public page; else who handed it out.</summary>
    public string IssuedBy { get; private set; }

    /// <summary>UTC; null while it holds.</summary>
    public DateTime? RevokedAt { get; private set; }

    public static Receipt ForSubmission(string number, byte[] codeHash, Submission submission, DateTime at) =>
        new(number, codeHash, at, "选民") { Submission = submission };

    public static Receipt ForOpinion(string number, byte[] codeHash, int opinionId, DateTime at, string by) =>
        new(number, codeHash, at, by) { OpinionId = opinionId };

    /// <summary>作废: it was lost, and another was handed out.</summary>
    public void Revoke(DateTime at) => RevokedAt ??= at;
}

/// <summary>The receipts given out in one year. It only counts up.</summary>
public sealed class ReceiptSeries(int year)
{
    public int Year { get; private set; } = year;

    public int Last { get; private set; }

    /// <summary>Numbers that may have been given out and are not known any more are never given again.</summary>
    /// <param name="numbers">How many; at least one.</param>
    public void LeaveOut(int numbers)
    {
        Rule.Require(numbers > 0, "跳过的编号至少一个。");
        Last += numbers;
    }

    /// <summary>2026-0147.</summary>
    public string Next()
    {
        Last++;
        return $"{Year:0000}-{Last:0000}";
    }
}
