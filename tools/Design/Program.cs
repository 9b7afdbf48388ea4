return; // dotnet-ef loads this assembly to find the design-time factories; it does nothing by itself.
