using VirtualClient.Bench.Agreements;
using VirtualClient.Bench.Analyzer;
using VirtualClient.Bench.Crash;
using VirtualClient.Bench.Load;
using VirtualClient.Bench.Scale;
using VirtualClient.Bench.Simulation;
using VirtualClient.Bench.Training;

switch (args.FirstOrDefault())
{
    case "analyzer":
        return AnalyzerBench.Run(args[1..]);
    case "agreement":
        return await AgreementBench.RunAsync(args[1..]);
    case "train":
        return TrainBench.Run(args[1..]);
    case "vectors":
        return VectorFile.Run(args[1..]);
    case "simulation":
        return SimulationBench.Run(args[1..]);
    case "load":
        return await LoadBench.RunAsync(args[1..]);
    case "scale":
        return await ScaleBench.RunAsync(args[1..]);
    case "crash":
        return await CrashBench.RunAsync(args[1..]);
    case "relay":
        return await BareRelay.RunAsync(args[1..]);
    default:
        Console.Error.WriteLine(
            "usage: bench analyzer [--annomi FOLDER] [--gold FOLDER] | agreement [FOLDER] | train [--write] | vectors GLOVE_FILE | simulation [--annomi FOLDER] [--verbose] | load [...] | scale [...] | crash [...]"
        );
        return 2;
}
