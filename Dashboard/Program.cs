using VoterLiaison.Dashboard.Layout;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.Services.AddScreens();

var app = builder.Build();

app.UseScreens();
app.MapScreens();

app.Run();
