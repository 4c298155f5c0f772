from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from spacy.language import Language

from pipeline.components import STAGES, entities, slots
from pipeline.domain import Entity

MARK = re.compile(r"\[([^\]]*)\]")
Find = Callable[[str], tuple[Entity, ...]]
Mentions = Callable[[str], tuple[list[str], list[str]]]


@pytest.fixture(scope="session")
def find(nlp: Language) -> Find:
    """The entities of a text."""
    later = STAGES[STAGES.index(entities.NAME) + 1 :]

    def found(text: str) -> tuple[Entity, ...]:
        with nlp.select_pipes(disable=list(later)):
            return slots.ENTITIES.read(nlp(text))

    return found


@pytest.fixture(scope="session")
def mentions(find: Find) -> Mentions:
    """Of a text whose mentions of one thing are in brackets: those, and the ones of the entity first marked."""

    def compared(marked: str) -> tuple[list[str], list[str]]:
        text = MARK.sub(r"\1", marked)
        spans = [(m.start() - 2 * i, m[1]) for i, m in enumerate(MARK.finditer(marked))]
        start = spans[0][0]
        told = next((one for one in find(text) if any(m.start == start for m in one.mentions)), None)
        return [f"{at} {words}" for at, words in spans], [f"{m.start} {m.text}" for m in told.mentions] if told else []

    return compared
