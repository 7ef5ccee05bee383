namespace VoterLiaison.Dashboard.Data;

/// <summary>照片, as it was made anew on arrival: a JPEG without anything that says where or when it was taken.</summary>
public sealed class Picture(byte[] content, int width, int height, DateTime addedAt)
{
    public int Id { get; private set; }

    public byte[] Content { get; private set; } = content;

    public int Width { get; private set; } = width;

    public int Height { get; private set; } = height;

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; private set; } = addedAt;

    /// <summary>What it belongs to; with a submission that became an opinion it goes on to the opinion.</summary>
    public int? SubmissionId { get; set; }

    public int? OpinionId { get; set; }

    public int? SessionId { get; set; }

    public int? StationId { get; set; }
}
