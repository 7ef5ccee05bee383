using Microsoft.Extensions.Options;
using VoterLiaison.Dashboard;
using VoterLiaison.Dashboard.Data;
using VoterLiaison.Dashboard.Live;
using VoterLiaison.Dashboard.Opinions;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddOptions<LiaisonOptions>().BindConfiguration(LiaisonOptions.Section).ValidateOnStart();
builder.Services.AddSingleton<IValidateOptions<LiaisonOptions>, ValidateLiaisonOptions>();
builder.Services.AddLiaisonData();
builder.Services.AddOpinions();
builder.Services.AddLiveCounts();

var app = builder.Build();

app.MapHub<LiveCountsHub>(LiveCountsHub.Path);

app.Run();
