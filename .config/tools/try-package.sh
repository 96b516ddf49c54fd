#!/usr/bin/env bash
# Installs the packed package in a new folder outside the repository, as a user would, and runs it on a rule of its own there.
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
(cd "$repository" && npm pack --silent --pack-destination "$folder" > /dev/null)
mkdir "$folder/team"
cd "$folder/team"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund ../dragnet-*.tgz
mkdir rules
cp "$repository"/test/fixtures/package/*.toml rules/
npx dragnet docs build
npx dragnet check
node --input-type=module -e 'import { EmbeddedCluster } from "dragnet"; new EmbeddedCluster({ clock: () => new Date() });'
