namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>
/// A ledger somebody kept before: an Excel workbook (.xlsx) or a text table (.csv).
/// It is looked through for harm when it is opened; its rows are then read one by one as they are asked for.
/// </summary>
public sealed class LedgerFile
{
    private LedgerFile(string name, IReadOnlyList<RawSheet> sheets)
    {
        Name = name;
        Sheets = sheets;
    }

    public string Name { get; }

    internal IReadOnlyList<RawSheet> Sheets { get; }

    /// <summary>
    /// Takes the file into memory (at most <see cref="LedgerLimits.FileBytes"/>, so that no voter's words are left in a temporary file) and looks it through.
    /// Looking through a large workbook keeps a processor busy for seconds: from a circuit, call it on a thread of its own.
    /// </summary>
    /// <exception cref="LedgerRefusedException">The file cannot or must not be read; says why.</exception>
    public static async Task<LedgerFile> OpenAsync(Stream stream, string fileName, CancellationToken cancel = default)
    {
        var name = Path.GetFileName(fileName);
        var content = await ReadAsync(stream, name, cancel);
        RefuseOtherKinds(content, name);
        return new LedgerFile(name, IsZip(content)
            ? XlsxSheets.Of(content, name)
            : [CsvSheet.Of(content, name)]);
    }

    private static async Task<byte[]> ReadAsync(Stream stream, string name, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (content.Length + read > LedgerLimits.FileBytes)
            {
                throw new LedgerRefusedException($"“{name}”超过 {LedgerLimits.FileBytes >> 20} MB。请删去图片等附件，或按年份拆成几个文件，分次导入。");
            }
            content.Write(buffer, 0, read);
        }
        return content.Length > 0 ? content.ToArray() : throw new LedgerRefusedException($"“{name}”是空文件，没有可以导入的内容。");
    }

    /// <summary>The content decides, whatever the name says; the name must then agree with it.</summary>
    private static void RefuseOtherKinds(byte[] content, string name)
    {
        const string saveAs = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入。";
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var sentence = extension switch
        {
            _ when IsCompoundFile(content) => content.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? $"“{name}”有密码保护，打不开。请先在 Excel 或 WPS 里取消密码，保存后再导入。"
                : $"“{name}”是旧版 Excel 或其他办公软件的文件，不能直接导入。{saveAs}",
            ".xlsm" or ".xltm" or ".xlam" => $"“{name}”可能带有宏，为安全起见不能导入。{saveAs}",
            ".xlsx" when !IsZip(content) => $"“{name}”的扩展名是 .xlsx，内容却不是 Excel 工作簿。{saveAs}",
            ".csv" when IsZip(content) => $"“{name}”的扩展名是 .csv，内容却是压缩包或工作簿。若是 Excel 工作簿，请把扩展名改为 .xlsx 后再导入。",
            ".xlsx" or ".csv" => null,
            _ => $"只能导入 .xlsx 和 .csv 文件，“{name}”不是。{saveAs}",
        };
        if (sentence is not null)
        {
            throw new LedgerRefusedException(sentence);
        }
    }

    private static bool IsZip(byte[] content) => content.AsSpan().StartsWith("PK"u8);

    private static bool IsCompoundFile(byte[] content) => content.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
}
