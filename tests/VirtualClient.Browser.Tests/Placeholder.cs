namespace VirtualClient.Browser.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void Runs() => Assert.NotNull(typeof(PlaceholderTests).Assembly.FullName);
}
