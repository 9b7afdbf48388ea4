#!/usr/bin/env bash
# Adds a migration of the model for both databases: tools/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?name of the migration}
dotnet tool restore >/dev/null
dotnet build tools/Design --nologo -v q
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project src/VirtualClient.Web --startup-project tools/Design \
    --context "${provider}AppDbContext" --output-dir "Data/Migrations/$provider"
done
