"""Where somebody was on a day, told of it or between what and what."""

from __future__ import annotations

from datetime import date

import pytest

from pages.movements.whereabouts import doubt, lines, party
from pipeline.assembly import assemble
from pipeline.linking import Dossier, Linker, Story, story
from pipeline.linking.itineraries import Certainty, Presence, whereabouts
from pipeline.store.seeds import FOLDER, packed_seeds


@pytest.fixture(scope="module")
def told() -> list[Story]:
    linker = Linker()
    for article, reading in packed_seeds(FOLDER):
        linker.add(Dossier.of(assemble(article, reading)))
    return [story(cluster) for cluster in linker.clusters()]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2023, 9, 10), ["Pyongyang (10 September 2023)"]),
        (date(2023, 9, 12), ["Khasan (12 September 2023, disputed)"]),
        (date(2023, 9, 13), ["Vostochny Cosmodrome (13 September 2023)"]),
        (
            date(2023, 9, 18),
            ["last before: Vladivostok (17 September 2023)", "first after: Pyongyang (19 September 2023)"],
        ),
    ],
)
def test_whereabouts_are_told_with_evidence(told: list[Story], day: date, words: list[str]) -> None:
    who = party("person:kim-jong-un", told)
    assert who is not None
    found = list(lines(whereabouts(who, day, told)))
    assert [text.replace("\\", "") for _, text in found if "around" not in text] == words
    ids = {account.told.id for each in told for account in each.accounts}
    assert all(selection.id in ids for selection, _ in found)


def test_whereabouts_of_nobody_known(told: list[Story]) -> None:
    assert party("person:nobody", told) is None


def test_what_is_real_and_disputed_stands_before_a_plan_and_what_is_denied_behind(told: list[Story]) -> None:
    real = next(each for each in told if each.status == "occurred" and each.place and each.when)
    denied = next(each for each in told if each.status == "denied")
    cases: list[tuple[Certainty, Story]] = [
        ("certain", real), ("contradicted", real), ("planned", real), ("contradicted", denied),
    ]  # fmt: skip
    assert real.place is not None
    assert real.when is not None
    presences = [Presence(real.place, real.when, certainty, (of,)) for certainty, of in cases]
    assert [doubt(each) for each in presences] == [0, 1, 2, 3]
