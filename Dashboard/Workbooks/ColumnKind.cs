namespace VoterLiaison.Dashboard.Workbooks;

public enum ColumnKind
{
    /// <summary>Short words and anything made of digits that is not counted: numbers of papers, telephones, times. Centred.</summary>
    Text,

    /// <summary>Sentences: wrapped, from the left.</summary>
    LongText,

    /// <summary>A count, shown whole with thousands separators.</summary>
    Number,

    /// <summary>A day, shown yyyy-mm-dd.</summary>
    Date,

    /// <summary>A share between 0 and 1, shown as 87.5%.</summary>
    Percent,
}
