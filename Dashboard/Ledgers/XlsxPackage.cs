using System.IO.Compression;
using System.Xml;

namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>
/// Looks a workbook through before anything is built from it: that it is one, carries no macros, asks for no other file and does not unpack without end.
/// Links to other workbooks are not followed; the values last seen in the cells are read.
/// </summary>
internal static class XlsxPackage
{
    private static readonly XmlReaderSettings NoDoctype = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static void RequireHarmless(byte[] content, string fileName)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content, writable: false));
            RequirePlainWorkbook(package, fileName);
            RequireReadable(package, fileName, content.LongLength);
        }
        catch (InvalidDataException cause)
        {
            throw Damaged(fileName, cause);
        }
    }

    public static LedgerRefusedException Damaged(string fileName, Exception? cause = null) => new(
        $"“{fileName}”已损坏，读不出来。请用 Excel 或 WPS 打开修复，另存为新的 .xlsx 文件后再导入。", cause);

    private static void RequirePlainWorkbook(ZipArchive package, string fileName)
    {
        if (package.Entries.Count > LedgerLimits.Parts || package.Entries.Sum(entry => entry.Length) > LedgerLimits.InflatedBytes)
        {
            throw InflationMeter.TooLarge(fileName);
        }
        var parts = package.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (parts.Count < package.Entries.Count)
        {
            throw Damaged(fileName); // two parts of one name: which is read is anybody's guess
        }
        if (package.Entries.Any(entry => entry.IsEncrypted))
        {
            throw new LedgerRefusedException($"“{fileName}”有密码保护，打不开。请先取消密码，保存后再导入。");
        }
        if (parts.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw HasMacros(fileName);
        }
        if (!parts.Contains("[Content_Types].xml") || !parts.Contains("xl/workbook.xml"))
        {
            throw new LedgerRefusedException(
                $"“{fileName}”不是普通的 Excel 工作簿（.xlsx）。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入。");
        }
    }

    private static LedgerRefusedException HasMacros(string fileName) => new(
        $"“{fileName}”带有宏，为安全起见不能导入。请在 Excel 或 WPS 里另存为不带宏的“Excel 工作簿（*.xlsx）”后再导入。");

    private static void RequireReadable(ZipArchive package, string fileName, long packedBytes)
    {
        var meter = new InflationMeter(fileName, packedBytes);
        var content = new XlsxContent(fileName);
        foreach (var entry in package.Entries)
        {
            try
            {
                using var part = meter.Watch(entry.Open());
                using var reader = XmlReader.Create(part, NoDoctype);
                content.Inspect(reader);
            }
            // A picture is no XML and nothing will read it as such. A part called otherwise may still be named as a sheet: it has been looked at as far as XML goes.
            catch (XmlException) when (!IsXml(entry.FullName))
            {
            }
            catch (XmlException cause)
            {
                throw new LedgerRefusedException(
                    $"“{fileName}”内部的 {entry.FullName} 不合规范，或引用了不允许的外部内容（第 {cause.LineNumber} 行）。请用 Excel 或 WPS 打开，另存为新的 .xlsx 文件后再导入。", cause);
            }
        }
        if (content.HasMacros)
        {
            throw HasMacros(fileName);
        }
    }

    private static bool IsXml(string part) =>
        part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
