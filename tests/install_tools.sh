#!/bin/sh
# Makes sure that a Chromium and a PostgreSQL server are there for the tests, or says in one line what to install.
# Usage: install_tools.sh VENV_BIN
set -eu
bin=$1

has_chromium() {
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
        "$bin/python" -c 'import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p: sys.exit(not pathlib.Path(p.chromium.executable_path).exists())' 2>/dev/null
}

has_postgres() {
    command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

apt_install() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as=sudo; else return 1; fi
    $as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

has_chromium || apt_install chromium || "$bin/playwright" install chromium || true
has_chromium || { echo "The tests need Chromium: install the package 'chromium' (apt, dnf, pacman) or 'brew install --cask chromium'."; exit 1; }
has_postgres || apt_install postgresql || true
has_postgres || { echo "The tests need a PostgreSQL server: install the package 'postgresql' (apt, dnf, pacman, brew)."; exit 1; }
