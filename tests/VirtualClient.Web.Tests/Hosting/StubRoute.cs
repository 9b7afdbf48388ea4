using ModelStub;

namespace VirtualClient.Web.Tests.Hosting;

/// <summary>Settings of a host whose clients speak through the stub provider.</summary>
internal static class StubRoute
{
    public const string Model = "claude-haiku-5-5";

    /// <summary>One route to the stub; failures are told at once, and no circuit opens unless a later setting says so.</summary>
    public static string[] To(StubProvider stub, params string[] more) => To(stub.OpenAiAddress, more);

    public static string[] To(Uri address, params string[] more) =>
        [
            "Models:Routes:0:Name=stub",
            "Models:Routes:0:Provider=openai-compatible",
            $"Models:Routes:0:Model={Model}",
            $"Models:Routes:0:BaseUrl={address}",
            "Models:Limits:RetryBase=00:00:00.010",
            .. Unless(more, "Models:Limits:Retries=0"),
            .. Unless(more, "Models:Circuit:FailuresInARow=1000"),
            .. Unless(more, "Models:Circuit:LeastCalls=10000"),
            .. more,
        ];

    private static IEnumerable<string> Unless(string[] more, string setting)
    {
        var key = setting.Split('=')[0] + "=";
        return more.Any(m => m.StartsWith(key, StringComparison.Ordinal)) ? [] : [setting];
    }
}
