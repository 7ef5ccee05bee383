using SkiaSharp;

namespace VoterLiaison.Dashboard.Submissions;

/// <summary>The Chinese letters the server has, for pictures it draws itself. The native part of Skia asks no operating system for them; they are looked for where systems keep them.</summary>
internal static class ChineseLetters
{
    private const int Known = '编';

    private static readonly string[] Folders =
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ];

    /// <summary>By part of the file's name, the plain ones first.</summary>
    private static readonly string[] Names = ["NotoSansCJK-Regular", "NotoSansCJKsc-Regular", "NotoSansSC-Regular", "SourceHanSans", "msyh", "PingFang", "wqy-microhei", "wqy-zenhei", "simhei", "STHeiti", "simsun", "CJK", "uming"];

    private static readonly Lazy<SKTypeface?> Found = new(Find);

    /// <summary>Null where there are none.</summary>
    public static SKTypeface? Face => Found.Value;

    private static SKTypeface? Find()
    {
        var files = Folders.Where(folder => folder.Length > 0 && Directory.Exists(folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".ttc" or ".otf").Order(StringComparer.Ordinal).ToList();
        return Names.SelectMany(name => files.Where(file => Path.GetFileName(file).Contains(name, StringComparison.OrdinalIgnoreCase))).Distinct().Select(Open).FirstOrDefault(face => face is not null);
    }

    private static SKTypeface? Open(string file)
    {
        if (SKTypeface.FromFile(file) is not { } face)
        {
            return null;
        }

        using var font = new SKFont(face);
        if (font.ContainsGlyph(Known))
        {
            return face;
        }

        face.Dispose();
        return null;
    }
}
