using VirtualClient.Web.Tests.Hosting;

namespace VirtualClient.Web.Tests.Data;

public sealed class StartUpTests
{
    [Theory]
    [InlineData("Models:Routes:0:Name=a|Models:Routes:0:Provider=anthropic|Models:Routes:0:Model=claude-haiku-5-5", "ApiKey")]
    [InlineData("Models:Routes:0:Name=a|Models:Routes:0:Provider=openai-compatible|Models:Routes:0:Model=m", "BaseUrl")]
    [InlineData("Models:Rutes:0:Name=a", "Rutes")]
    [InlineData("Installation:Nmae=School", "Nmae")]
    [InlineData("SignIn:TriesPerMinute=0", "TriesPerMinute")]
    [InlineData("ConnectionStrings:Default=Server=nowhere", "ConnectionStrings__Default")]
    public async Task A_setting_that_cannot_be_used_stops_the_start_with_one_sentence_that_names_it(string settings, string named)
    {
        await using var database = TestDatabase.EmptySqlite();
        var arguments = settings.Split('|').Select(setting => "--" + setting).ToArray();
        var (code, output) = await ServerProcess.RunAsync(database.Connection, "Production", arguments);
        var sentence = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.Contains(named, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }
}
