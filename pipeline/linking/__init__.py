"""Events of many articles -> stories, copies, itineraries."""

from __future__ import annotations

from pipeline.linking.dossiers import Dossier
from pipeline.linking.format import lines
from pipeline.linking.linker import Linker
from pipeline.linking.reading import dossiers, lines_of, read_dossiers
from pipeline.linking.stories import Story, story

__all__ = ["Dossier", "Linker", "Story", "dossiers", "lines", "lines_of", "read_dossiers", "story"]
