namespace VoterLiaison.Bench.Crowds;

/// <summary>Finds the newest total in a render batch, whose strings are UTF-8: 1,234.</summary>
internal static class BatchText
{
    /// <returns>The largest number that is written in the batch and lies between the two and is not the one excepted; 0 where there is none.</returns>
    public static int Largest(ReadOnlySpan<byte> batch, int above, int upTo, int but)
    {
        var (largest, number) = (0, -1L);
        foreach (var one in batch)
        {
            if (one is >= (byte)'0' and <= (byte)'9')
            {
                number = (Math.Max(number, 0) * 10) + one - '0';
                number = Math.Min(number, int.MaxValue);
            }
            else if (one != ',' || number < 0)
            {
                Take();
            }
        }

        Take();
        return largest;

        void Take()
        {
            if (number > above && number <= upTo && number != but)
            {
                largest = Math.Max(largest, (int)number);
            }

            number = -1;
        }
    }
}
