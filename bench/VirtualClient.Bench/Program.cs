using VirtualClient.Bench.Analyzer;

switch (args.FirstOrDefault())
{
    case "analyzer":
        return AnalyzerBench.Run(args[1..]);
    default:
        Console.Error.WriteLine("usage: bench analyzer [--annomi FOLDER] [--gold FOLDER] | simulation | load");
        return 2;
}
