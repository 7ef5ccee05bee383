using System.Globalization;
using System.Text;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Writes XML as UTF-8 bytes, a buffer at a time. What is text is escaped.</summary>
internal sealed class Utf8Writer(Stream target)
{
    private const int LongestNumber = 64;
    private const int LongestPiece = 1 << 14;

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;

    /// <summary>As it is.</summary>
    public void Raw(ReadOnlySpan<byte> xml)
    {
        MakeRoom(xml.Length);
        xml.CopyTo(_buffer.AsSpan(_used));
        _used += xml.Length;
    }

    public void Text(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny('&', '<', '>')) >= 0; text = text[(at + 1)..])
        {
            Plain(text[..at]);
            Raw(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                _ => "&gt;"u8,
            });
        }

        Plain(text);
    }

    public void Value<T>(T number)
        where T : IUtf8SpanFormattable
    {
        MakeRoom(LongestNumber);
        number.TryFormat(_buffer.AsSpan(_used), out var written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    public void Flush()
    {
        target.Write(_buffer, 0, _used);
        _used = 0;
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var piece = text.Length <= LongestPiece ? text : text[..(char.IsHighSurrogate(text[LongestPiece - 1]) ? LongestPiece - 1 : LongestPiece)];
            MakeRoom(Encoding.UTF8.GetMaxByteCount(piece.Length));
            _used += Encoding.UTF8.GetBytes(piece, _buffer.AsSpan(_used));
            text = text[piece.Length..];
        }
    }

    private void MakeRoom(int bytes)
    {
        if (_used + bytes > _buffer.Length)
        {
            Flush();
        }
    }
}
