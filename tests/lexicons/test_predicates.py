"""The predicate lexicon adds up what its classes say, and its files keep to their README."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest

from pipeline.errors import LexiconError
from pipeline.lexicons import predicates as lexicon
from pipeline.lexicons.predicates import FILES, PredicateFile, predicate_file, predicates
from pipeline.lexicons.predicates.classes import Effect, Government, Meaning, Motion, PredicateClass, Reporting, Trait

FOLDER = Path(str(files(lexicon)))
README = (FOLDER / "README.md").read_text("utf-8")


def classes() -> list[PredicateClass]:
    return [each for name in FILES for each in predicate_file(name).classes]


def test_predicates_add_up_what_classes_say() -> None:
    announce = predicates().of("announce")
    assert announce.reports == {"says", "tells"}
    assert announce.motion == ("stating", "scheduling")
    assert announce.spoken == "plans"


def test_predicates_know_the_part_of_speech() -> None:
    assert predicates().verb("visit").motion == ("visiting",)
    assert predicates().noun("visit").motion == ("visits",)
    assert predicates().adjective("visit") == Meaning()


def test_predicates_say_nothing_of_other_words() -> None:
    assert predicates().of("marmalade") == Meaning()


def test_predicates_reject_classes_that_disagree(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = [PredicateClass(name=effect, verbs=("dither",), clause=effect) for effect in ("plans", "denies")]
    monkeypatch.setattr(lexicon, "predicate_file", lambda _: PredicateFile(classes=tuple(twice)))
    with pytest.raises(LexiconError, match="'dither' has the clause denies and plans"):
        predicates.__wrapped__()


def test_every_file_of_the_folder_is_read() -> None:
    others = {"event_nouns"}
    assert {file.stem for file in FOLDER.glob("*.toml")} == {*FILES, *others}


def test_classes_have_names_of_their_own() -> None:
    names = [each.name for each in classes()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("field", ["verbs", "nouns", "adjectives", "phrases"])
def test_classes_are_sorted_without_doubles(field: str) -> None:
    unsorted = {each.name for each in classes() if (words := getattr(each, field)) != tuple(sorted(set(words)))}
    assert unsorted == set()


def test_classes_that_say_the_same_are_one() -> None:
    said = [meaning(each) for each in classes()]
    assert len(set(said)) == len(said)


def meaning(each: PredicateClass) -> tuple[Any, ...]:
    return tuple(getattr(each, field) for field in Meaning.__struct_fields__)


@pytest.mark.parametrize(
    "kind", [Effect, Government, Motion, Reporting, Trait], ids=["Effect", "Government", "Motion", "Reporting", "Trait"]
)
def test_readme_explains_each_value(kind: Any) -> None:
    assert {value for value in get_args(kind) if f"`{value}`" not in README} == set()


def test_readme_explains_each_field() -> None:
    fields = {
        field
        for file in FOLDER.glob("*.toml")
        for entries in tomllib.loads(file.read_text("utf-8")).values()
        if isinstance(entries, list)
        for entry in entries
        if isinstance(entry, dict)
        for field in entry
    }
    assert {field for field in fields - {"name", "verbs", "nouns"} if f"`{field}`" not in README} == set()
