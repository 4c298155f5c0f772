"""All seed articles together against what a careful reader takes from them."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline.assembly import assemble
from pipeline.linking import Dossier, Linker, Story, story
from pipeline.linking.itineraries import Leg, itinerary, whereabouts
from pipeline.linking.parties import Party
from pipeline.linking.voices import course, voices
from pipeline.store.seeds import FOLDER, article, packed_seeds

GOLDEN: dict[str, Any] = tomllib.loads((Path(__file__).parent / "samples.toml").read_text("utf-8"))


class Linked(NamedTuple):
    """``names`` are those of the files, by the ids of their articles."""

    linker: Linker
    stories: list[Story]
    names: dict[str, str]

    def articles(self, found: Story) -> set[str]:
        return {self.names[each] for each in found.articles}


@pytest.fixture(scope="module")
def linked() -> Linked:
    linker = Linker()
    for sample, reading in packed_seeds(FOLDER):
        linker.add(Dossier.of(assemble(sample, reading)))
    names = {article(path).id: path.stem for path in FOLDER.glob("*.txt")}
    return Linked(linker, [story(cluster) for cluster in linker.clusters()], names)


def each(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("expected", GOLDEN[kind], ids=lambda row: str(next(iter(row.values()))))


def told(linked: Linked, expected: dict[str, Any]) -> Story:
    """The story of these parties, place, day and articles."""
    [found] = [
        one
        for one in linked.stories
        if (one.type == expected["type"] or (one.is_movement and expected["type"] == "MOVE"))
        and {party.name for party in (*one.actors, *one.recipients)} >= set(expected["who"])
        and ("place" not in expected or (one.place and one.place.name == expected["place"]))
        and ("day" not in expected or (one.when and one.when.first == one.when.last == expected["day"]))
        and linked.articles(one) >= set(expected.get("articles", ()))
        and expected.get("status", one.status) == one.status
    ]
    return found


@each("stories")
def test_samples_story(linked: Linked, expected: dict[str, Any]) -> None:
    found = told(linked, expected)
    if "voices" in expected:
        assert linked.articles(found) == set(expected["articles"])
        told_by = voices(found, linked.linker.provenance, linked.linker.copies.original)
        assert len(told_by.independent) == expected["voices"]
    conflicts = [(each.field, {value for value, _ in each.values}) for each in found.conflicts]
    wanted = [(one["field"], set(one["values"])) for one in [expected.get("conflict")] if one]
    assert conflicts == wanted


def test_samples_journey_in_order(linked: Linked) -> None:
    legs = itinerary(party(linked), linked.stories)
    assert [shown(leg) for leg in legs] == [
        (leg["origin"], leg["destination"], leg["certainty"]) for leg in GOLDEN["legs"]
    ]
    for leg, wanted in zip(legs, GOLDEN["legs"], strict=True):
        for end in ("departure", "arrival"):
            assert end not in wanted or getattr(leg, end).first == getattr(leg, end).last == wanted[end]


def shown(leg: Leg) -> tuple[str | None, str | None, str]:
    origin, destination = (place.name if place else None for place in (leg.origin, leg.destination))
    return origin, destination, leg.certainty


def party(linked: Linked) -> Party:
    return next(
        party
        for one in linked.stories
        if one.is_movement
        for party in one.actors
        if party.is_known and party.name == GOLDEN["mover"]
    )


@each("copies")
def test_samples_copy(linked: Linked, expected: dict[str, Any]) -> None:
    sets: dict[int, set[str]] = {}
    for id_, name in linked.names.items():
        sets.setdefault(linked.linker.copies.original(id_), set()).add(name)
    assert [each for each in sets.values() if len(each) > 1] == [set(expected["articles"])]


@each("courses")
def test_samples_course(linked: Linked, expected: dict[str, Any]) -> None:
    statuses = [status for _, status in course(told(linked, expected))]
    assert [statuses[0], statuses[-1]] == expected["statuses"]


@each("days")
def test_samples_whereabouts(linked: Linked, expected: dict[str, Any]) -> None:
    day: date = expected["day"]
    found = whereabouts(party(linked), day, linked.stories)
    assert {each.place.name for each in found.on} == set(expected.get("at", ()))
    if "after" in expected:
        assert found.before
        assert found.before.place.name == expected["after"]
