"""Names of files that say what is in them: "dateline-movements-2023-07-01-to-2023-09-11-planned.csv". Pure."""

from __future__ import annotations

import re
import unicodedata

from pipeline.exports.excerpt import Scope

LONGEST, LONGEST_PART, MOST_PARTS = 120, 30, 3
_OTHER = re.compile(r"[^a-z0-9]+")


def file_name(scope: Scope, suffix: str) -> str:
    """Lower-case ASCII that every system takes; what of the view, the period, and the first other filters."""
    wanted = scope.wanted
    parts = ["dateline", scope.title]
    if wanted.first and wanted.last:
        parts.append(f"{wanted.first}-to-{wanted.last}")
    elif wanted.first or wanted.last:
        parts.append(f"from-{wanted.first}" if wanted.first else f"until-{wanted.last}")
    parts += scope.words[:MOST_PARTS]
    more = len(scope.words) - MOST_PARTS
    parts += [f"and-{more}-more"] if more > 0 else []
    named = "-".join(slug for part in parts if (slug := _slug(part)))
    return f"{named[:LONGEST].rstrip('-')}.{suffix}"


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("-", plain)[:LONGEST_PART].strip("-")
