namespace VoterLiaison.Dashboard.Ledgers;

/// <summary>Counts the bytes that really come out of a package. What the package declares about itself is not believed.</summary>
internal sealed class InflationMeter(string fileName, long packedBytes)
{
    private long _inflated;

    public Stream Watch(Stream part) => new MeteredStream(part, this);

    private int Count(int bytes)
    {
        _inflated += bytes;
        if (_inflated > LedgerLimits.InflatedBytes
            || _inflated > LedgerLimits.InflatedBytesWithoutSuspicion && _inflated / LedgerLimits.InflationRatio > packedBytes)
        {
            throw TooLarge(fileName);
        }
        return bytes;
    }

    public static LedgerRefusedException TooLarge(string fileName) => new(
        $"“{fileName}”解压后过大，不像正常的台账，已停止读取。请把台账内容复制到新建的工作簿，或按年份拆成几个文件，再导入。");

    private sealed class MeteredStream(Stream part, InflationMeter meter) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => meter.Count(part.Read(buffer, offset, count));
        public override int Read(Span<byte> buffer) => meter.Count(part.Read(buffer));
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                part.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
