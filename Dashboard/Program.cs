using VoterLiaison.Dashboard.Commands;

return await CommandLine.RunAsync(args);
