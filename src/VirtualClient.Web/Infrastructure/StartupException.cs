namespace VirtualClient.Web.Infrastructure;

/// <summary>The program cannot start as configured; the message is one sentence that says what to set.</summary>
public sealed class StartupException(string sentence) : Exception(sentence);
