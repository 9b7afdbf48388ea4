# Virtual Client on the official .NET images: built with the SDK, run as a user without rights on the runtime alone.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Packages first: they change less often than the source.
COPY Directory.Build.props Directory.Packages.props global.json BannedSymbols.txt .editorconfig ./
COPY src/VirtualClient.Simulation/VirtualClient.Simulation.csproj src/VirtualClient.Simulation/packages.lock.json src/VirtualClient.Simulation/
COPY src/VirtualClient.Web/VirtualClient.Web.csproj src/VirtualClient.Web/Styles.targets src/VirtualClient.Web/packages.lock.json src/VirtualClient.Web/
RUN dotnet restore src/VirtualClient.Web --locked-mode

COPY src/ src/
RUN dotnet publish src/VirtualClient.Web --configuration Release --output /out

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /out ./

# Where the SQLite file lives unless ConnectionStrings__Default says otherwise; a volume here outlives the container.
RUN mkdir data && chown $APP_UID data
VOLUME /app/data

ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["dotnet", "VirtualClient.Web.dll"]
