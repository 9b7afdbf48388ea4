namespace VirtualClient.Web.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void Runs() => Assert.NotNull(typeof(PlaceholderTests).Assembly.FullName);
}
