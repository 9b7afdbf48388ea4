using System.Text;
using VirtualClient.Simulation.Client;
using VirtualClient.Simulation.Voices;

namespace VirtualClient.Simulation.Tests.Voices;

/// <summary>Conversations to be read by a person: set VIRTUALCLIENT_TRANSCRIPTS to a folder and each is written there.</summary>
public sealed class TranscriptTests
{
    [Fact]
    public void A_warm_student_hears_more_than_a_cold_or_an_advising_one_from_every_client()
    {
        foreach (var client in BuiltInClients.All)
        {
            var opened = Script.Students.ToDictionary(student => student, student => Opened(client, student));
            Assert.True(opened["warm"] > opened["cold"], $"{client.Key}: warm {opened["warm"]}, cold {opened["cold"]}");
            Assert.True(opened["warm"] > opened["advising"], $"{client.Key}: warm {opened["warm"]}, advising {opened["advising"]}");
        }
    }

    private static int Opened(BuiltInClient client, string student)
    {
        var total = 0;
        for (var seed = 1UL; seed <= 3; seed++)
        {
            var rehearsal = Rehearsal.Of(client.Persona, Script.For(student, client.Persona), seed);
            total += rehearsal.Exchanges.Sum(exchange => exchange.Plan.Opening.Count);
            Write(client, student, seed, rehearsal);
        }

        return total;
    }

    private static void Write(BuiltInClient client, string student, ulong seed, Rehearsal rehearsal)
    {
        if (Environment.GetEnvironmentVariable("VIRTUALCLIENT_TRANSCRIPTS") is not { Length: > 0 } folder)
        {
            return;
        }

        var text = new StringBuilder().AppendLine($"{client.Persona.Name}: {rehearsal.Opening}");
        foreach (var exchange in rehearsal.Exchanges)
        {
            var plan = exchange.Plan;
            var opening = string.Join(' ', plan.Opening.Select(fact => "+" + fact.Id));
            text.AppendLine($"  S: {exchange.Student}")
                .AppendLine($"C: {exchange.Reply}    [{plan.Stance} {plan.Length} {plan.Affect} {exchange.Before.Trust:0.00} {opening}]");
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{client.Key}-{student}-{seed}.txt"), text.ToString());
    }
}
