using System.Text;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>How a text table is encoded: as its first bytes say, else UTF-8 if all of it is UTF-8, else GB18030 as Excel and WPS save it in Chinese.</summary>
internal static class CsvEncoding
{
    /// <summary>No ledger has so many cells on a line; a parser would set aside room for each.</summary>
    private const int SeparatorsOnALine = 20_000;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Encoding Of(byte[] content, string fileName)
    {
        Encoding[] candidates = content switch
        {
            [0xFF, 0xFE, ..] => [new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)],
            [0xFE, 0xFF, ..] => [new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)],
            [0xEF, 0xBB, 0xBF, ..] => [Utf8],
            _ => [Utf8, Gb18030],
        };
        return candidates.FirstOrDefault(encoding => Decodes(content, encoding, fileName))
            ?? throw new LedgerRefusedException($"“{fileName}”的文字编码认不出来（应为 UTF-8 或 GB18030）。请用 Excel 或 WPS 打开，另存为 .xlsx 文件后再导入。");
    }

    private static bool Decodes(byte[] content, Encoding encoding, string fileName)
    {
        using var text = new StreamReader(new MemoryStream(content, writable: false), encoding);
        var chunk = new char[16_384];
        var separators = 0;
        try
        {
            int read;
            while ((read = text.Read(chunk, 0, chunk.Length)) > 0)
            {
                foreach (var character in chunk.AsSpan(0, read))
                {
                    separators = character switch { '\n' or '\r' => 0, ',' or '\t' or ';' => separators + 1, _ => separators };
                    if (character == '\0' || separators > SeparatorsOnALine)
                    {
                        throw new LedgerRefusedException($"“{fileName}”的内容不是文本表格。请用 Excel 或 WPS 打开，另存为 .xlsx 文件后再导入。");
                    }
                }
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
