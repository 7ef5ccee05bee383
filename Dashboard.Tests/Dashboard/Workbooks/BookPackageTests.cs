namespace VoterLiaison.Dashboard.Workbooks;

public sealed class BookPackageTests
{
    [Fact]
    public async Task The_compressor_is_given_blocks_of_one_size_however_they_come()
    {
        var content = new byte[150_000];
        Random.Shared.NextBytes(content);
        using var given = new Given();

        await BookPackage.CopyInBlocksAsync(new Dribbling(content), given);

        Assert.Equal([65_536, 65_536, 150_000 - (2 * 65_536)], given.Sizes);
        Assert.Equal(content, given.ToArray());
    }

    private sealed class Dribbling(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(buffer.Length, 999)], cancellationToken);
    }

    private sealed class Given : MemoryStream
    {
        public List<int> Sizes { get; } = [];

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Sizes.Add(buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
