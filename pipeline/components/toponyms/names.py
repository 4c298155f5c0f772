"""From recognised toponyms to the names of a document: which mentions share one, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.components.toponyms.resolution import MOST_CANDIDATES, Name, contains
from pipeline.components.toponyms.spans import Candidate
from pipeline.gazetteer.entries import Entry
from pipeline.gazetteer.keys import key

BETWEEN = frozenset({",", "(", "in", "of"})


def names(found: Sequence[Candidate], doc: Doc) -> list[Name]:
    """A name for each toponym; equal ones are one name of the document."""
    within = [container(found, place, doc) for place in range(len(found))]
    stated = {key(c.text): areas for c, areas in zip(found, within, strict=True) if areas}
    return [
        Name(
            form=f"{c.kind} {key(c.text)}",
            entries=c.entries[:MOST_CANDIDATES],
            within=areas or stated.get(key(c.text), ()),
        )
        for c, areas in zip(found, within, strict=True)
    ]


def container(found: Sequence[Candidate], place: int, doc: Doc) -> tuple[Entry, ...]:
    """The readings of the toponym right behind that can contain this one: "Paris, Texas", "Paris in Texas"."""
    if place + 1 >= len(found):
        return ()
    this, following = found[place], found[place + 1]
    if not is_beside(this, following, doc):
        return ()
    return tuple(
        area
        for area in following.entries[:MOST_CANDIDATES]
        if (area.is_country or area.feature.startswith("ADM") or following.kind == "abbreviation")
        and any(contains(area, entry) for entry in this.entries[:MOST_CANDIDATES])
    )


def is_beside(this: Candidate, following: Candidate, doc: Doc) -> bool:
    """Whether nothing but a comma or the like stands between, or nothing at all before an abbreviation: "Erie Pa."."""
    between = doc[this.end : following.start]
    if len(between) == 0:
        return this.end == following.start and following.kind == "abbreviation"
    return len(between) == 1 and between[0].lower_ in BETWEEN
