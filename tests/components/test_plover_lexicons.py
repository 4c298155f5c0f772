"""The event lexicons agree with each other and with the code."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from pipeline.components.plover.noun_classes import CLASSES
from pipeline.lexicons.predicates import FILES, event_words

NAMES = ["classes.toml", *(f"predicates/{name}.toml" for name in FILES)]
SPECIAL = {"none", *CLASSES}


def tables(name: str) -> list[dict[str, Any]]:
    data = tomllib.loads(files("pipeline.lexicons").joinpath(name).read_text("utf-8"))
    return (
        [table for value in data.values() if isinstance(value, list) for table in value if isinstance(table, dict)]
        + [value for value in data.values() if isinstance(value, dict)]
        + [data]
    )


@pytest.mark.parametrize("name", NAMES)
def test_plover_lexicons_are_sorted_without_doubles(name: str) -> None:
    for table in tables(name):
        for key, words in table.items():
            if key != "recipients" and isinstance(words, list) and all(isinstance(word, str) for word in words):
                assert words == sorted(set(words)), f"{table.get('name')}: {key}"


def test_plover_families_name_matters_that_exist() -> None:
    known = {matter.name for matters in event_words().matters.values() for matter in matters}
    families = {entry.family for entries in event_words().families.values() for entry in entries if entry.family}
    known |= {name.partition(" ")[0] for name in known}
    named = {name for family in families for name in family.object | family.about | family.subject}
    assert named - SPECIAL - known == set()


def test_plover_matters_name_doings_that_exist() -> None:
    known = {entry.doing for entries in event_words().light_verbs.values() for entry in entries}
    named = {doing for matters in event_words().matters.values() for matter in matters for doing in matter.types}
    assert named - known == set()
