using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Books;

/// <summary>One set of opinions in numbers: the board's counts, and beside them how the answers came and how voters rated.</summary>
internal sealed record Tally(OpinionCounts Counts, AnswerTally Answers, RatingTally Ratings)
{
    public static Tally None { get; } = new(OpinionCounts.None, AnswerTally.None, RatingTally.None);

    /// <summary>答复率.</summary>
    public Rate AnswerRate => new(Counts.Answered, Counts.Forwarded);

    /// <summary>按期答复率: whoever is late and has not answered counts below the line as well.</summary>
    public Rate InTimeRate => new(Answers.InTime, Counts.Answered + Counts.AnswerOverdue);

    /// <summary>反馈率.</summary>
    public Rate FeedbackRate => new(Counts.FedBack, Counts.FedBack + Counts.AwaitingFeedback);

    /// <summary>满意率.</summary>
    public Rate SatisfiedRate => Ratings.SatisfiedRate;

    /// <summary>满意＋基本满意, beside it.</summary>
    public Rate MostlySatisfiedRate => Ratings.MostlySatisfiedRate;

    public static Tally operator +(Tally left, Tally right) => new(left.Counts + right.Counts, left.Answers + right.Answers, left.Ratings + right.Ratings);

    public static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(None, (sum, one) => sum + one);
}

/// <summary>The lead's answers of the rounds that stand: how many, how many of them in time, and the days they took altogether.</summary>
internal sealed record AnswerTally(int Answered, int InTime, long Days)
{
    public static AnswerTally None { get; } = new(0, 0, 0);

    public static AnswerTally operator +(AnswerTally left, AnswerTally right) => new(left.Answered + right.Answered, left.InTime + right.InTime, left.Days + right.Days);

    public static AnswerTally Sum(IEnumerable<AnswerTally> tallies) => tallies.Aggregate(None, (sum, one) => sum + one);
}

/// <summary>选民评价. Who was not reached is in none of these.</summary>
internal sealed record RatingTally(int Satisfied, int MostlySatisfied, int Dissatisfied)
{
    public static RatingTally None { get; } = new(0, 0, 0);

    /// <summary>未能联系上: neither above nor below the line of a rate.</summary>
    public int NotReached { get; init; }

    public int Rated => Satisfied + MostlySatisfied + Dissatisfied;

    /// <summary>满意率.</summary>
    public Rate SatisfiedRate => new(Satisfied, Rated);

    /// <summary>满意＋基本满意, beside it.</summary>
    public Rate MostlySatisfiedRate => new(Satisfied + MostlySatisfied, Rated);

    public static RatingTally operator +(RatingTally left, RatingTally right) =>
        new(left.Satisfied + right.Satisfied, left.MostlySatisfied + right.MostlySatisfied, left.Dissatisfied + right.Dissatisfied) { NotReached = left.NotReached + right.NotReached };

    public static RatingTally Sum(IEnumerable<RatingTally> tallies) => tallies.Aggregate(None, (sum, one) => sum + one);
}
