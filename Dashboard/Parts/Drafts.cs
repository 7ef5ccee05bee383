using Microsoft.JSInterop;

namespace VoterLiaison.Dashboard.Parts;

/// <summary>What was typed and not yet saved. It lies in the browser, so that it outlives a lost circuit and a reload; it goes with the tab.</summary>
public sealed class Drafts(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    /// <summary>Puts back what was typed under a key, keeps from now on what is typed, and sets the focus into the first field.</summary>
    /// <returns>Whether there was something to put back.</returns>
    public async Task<bool> OpenAsync(Microsoft.AspNetCore.Components.ElementReference fields, string key) =>
        await (await ModuleAsync()).InvokeAsync<bool>("open", fields, key);

    /// <summary>Forgets a draft: it was saved.</summary>
    public async Task ForgetAsync(string key) => await (await ModuleAsync()).InvokeVoidAsync("forget", key);

    public async Task KeepAsync<T>(string key, T value) => await (await ModuleAsync()).InvokeVoidAsync("keep", key, System.Text.Json.JsonSerializer.Serialize(value));

    public async Task<T?> ReadAsync<T>(string key) =>
        await (await ModuleAsync()).InvokeAsync<string?>("read", key) is { Length: > 0 } kept ? System.Text.Json.JsonSerializer.Deserialize<T>(kept) : default;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its copy with it.
        }
    }

    private async Task<IJSObjectReference> ModuleAsync() => _module ??= await js.InvokeAsync<IJSObjectReference>("import", "/js/drafts.js");
}
