using System.IO.Compression;

namespace VoterLiaison.Dashboard.Workbooks;

/// <summary>Rows on disk between being read and being written: how many there are must be known before the frame around them is drawn.</summary>
internal sealed class RowSpool : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly BinaryWriter _writer;
    private BinaryReader? _reader;

    public RowSpool()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _file = new FileStream(path, options);
        File.Delete(path); // nameless from the start: voters' words are left in no folder, not even after a crash
        _writer = new BinaryWriter(new BufferedStream(new DeflateStream(_file, CompressionLevel.Fastest, leaveOpen: true), 1 << 16));
    }

    public void Add(SheetRow row)
    {
        _writer.Write((byte)row.Kind);
        foreach (var cell in row.Cells)
        {
            Write(cell);
        }
    }

    /// <summary>Ends the adding; from here on rows are taken, in the order they were added.</summary>
    public void Rewind()
    {
        _writer.Dispose();
        _file.Position = 0;
        _reader = new BinaryReader(new BufferedStream(new DeflateStream(_file, CompressionMode.Decompress), 1 << 16));
    }

    public RowKind Take(Span<Cell> cells)
    {
        var kind = (RowKind)_reader!.ReadByte();
        foreach (ref var cell in cells)
        {
            cell = Read(_reader);
        }

        return kind;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _reader?.Dispose();
        await _file.DisposeAsync();
    }

    private void Write(Cell cell)
    {
        switch (cell)
        {
            case { Text: { } text }:
                _writer.Write('t');
                _writer.Write(text);
                break;
            case { Number: { } number }:
                _writer.Write('n');
                _writer.Write(number);
                break;
            case { Day: { } day }:
                _writer.Write('d');
                _writer.Write(day.DayNumber);
                break;
            default:
                _writer.Write(' ');
                break;
        }
    }

    private static Cell Read(BinaryReader reader) => reader.ReadChar() switch
    {
        't' => reader.ReadString(),
        'n' => reader.ReadDecimal(),
        'd' => DateOnly.FromDayNumber(reader.ReadInt32()),
        _ => default,
    };
}
