Console.Error.WriteLine("usage: bench analyzer | simulation | load");
return 2;
