using VirtualClient.Web.Components;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddUiKit();

await using var app = builder.Build();
app.UseErrorPages();
app.UseAntiforgery();
app.MapUiKit();
await app.RunAsync();
