using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace VoterLiaison.Bench.Crowds;

/// <summary>What circuits speak: SignalR's MessagePack framing under another name.</summary>
internal sealed class BlazorPack : IHubProtocol
{
    private readonly MessagePackHubProtocol _framing = new();

    public string Name => "blazorpack";

    public int Version => _framing.Version;

    public TransferFormat TransferFormat => _framing.TransferFormat;

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _framing.GetMessageBytes(message);

    public bool IsVersionSupported(int version) => _framing.IsVersionSupported(version);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) => _framing.TryParseMessage(ref input, binder, out message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _framing.WriteMessage(message, output);
}
