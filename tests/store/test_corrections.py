"""What an analyst changes is seen everywhere, taken back without a trace, and kept when an article is read anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.corrections import Change, Correction, Entry, Kind, Target, overlay
from pipeline.domain import Analysis, DateSpan, Event, Extent, Mention, Participant, Report, Status
from pipeline.errors import CorrectionError, StoreError
from pipeline.grades import grades
from pipeline.index import EventFilter
from pipeline.index.columns import place_key
from tests.store.articles import Telling, article
from tests.store.indexed import Indexed

READING, ANALYSIS = article(
    [
        Telling("Ruiz", "flew", "", "Lima", origin="Oslo", day="XXXX-05-06", source="Berg"),
        Telling("Ruiz", "met", "Silva", "Lima", day="XXXX-05-07"),
        Telling("Haddad", "accused", "Silva", "Quito", type="ACCUSE"),
    ]
)
NOON = datetime(2024, 5, 9, 12, tzinfo=UTC)


def target(analysis: Analysis, number: int = 0, kind: Kind = "event") -> Target:
    told = analysis.events[number] if kind == "event" else analysis.movements[number]
    return Target(kind, told.id, told.reports[0].trigger)


def correction(where: Target, change: Change) -> Correction:
    return Correction(ANALYSIS.article.id, where, change, "Vera", NOON, "seen on film")


CHANGES = [
    Change("verdict", "wrong"),
    Change("verdict", "right"),
    Change("type", "PROTEST"),
    Change("status", "denied"),
    Change("when", when=DateSpan(date(2024, 5, 1), date(2024, 5, 3), "2024-05-01/2024-05-03")),
    Change("when"),
    Change("place"),
    Change("actors", parties=(Participant(0, 0, "", None, "Okoye"),)),
    Change("recipients"),
]


def of_entity(number: int, change: Change) -> Correction:
    entity = ANALYSIS.entities[number]
    first = entity.mentions[0]
    return correction(Target("entity", entity.key, Extent(first.start, first.end, first.text)), change)


JOINED = Change("same", ANALYSIS.entities[1].key, parties=(Participant(0, 0, "", None, ANALYSIS.entities[1].name),))
APART = Change("apart", ANALYSIS.entities[0].mentions[0].text)
NAMING = [
    of_entity(0, JOINED),
    of_entity(1, APART),
    of_entity(0, APART),
    of_entity(2, Change("same", JOINED.word, parties=JOINED.parties)),
    of_entity(0, Change("kind", "organization")),
    of_entity(1, Change("kind", "place")),
    of_entity(1, Change("kind", "person")),
    of_entity(2, Change("same", "place:lima", parties=(Participant(0, 0, "", None, "Lima"),))),
]
PLACE = ANALYSIS.places[0]
LOCATING = [
    correction(
        Target("place", place_key(PLACE), Extent(PLACE.start, PLACE.end, PLACE.text)), Change("located", place=to)
    )
    for to in (None, replace(PLACE, name="Elsewhere", country="PT"))
]


@pytest.fixture
def filled(store: Indexed) -> Indexed:
    store.add(READING, ANALYSIS)
    return store


def seen(store: Indexed) -> tuple[object, ...]:
    """All that pages ask for."""
    events, movements = store.events(), store.movements()
    told = [store.reports(event.id) for event in events]
    return events, movements, told, store.counts(), store.dyads(), store.choices(), store.analysis(ANALYSIS.article.id)


def test_corrections_of_an_event_are_seen_at_once(filled: Indexed) -> None:
    where = target(ANALYSIS)
    before = next(event for event in filled.events() if event.id == ANALYSIS.events[0].id)
    for change in CHANGES[2:5]:
        filled.correct(correction(where, change))
    after = next(event for event in filled.events() if event.id == before.id)
    assert (after.type, after.status, after.first, after.last) == (
        "PROTEST",
        "denied",
        date(2024, 5, 1),
        date(2024, 5, 3),
    )
    assert after.evidence == before.evidence
    assert after.confidence == 1
    assert [event.id for event in filled.events(EventFilter(types=frozenset({"PROTEST"})))] == [before.id]
    assert filled.analysis(ANALYSIS.article.id).events[0].status == "denied"


def test_corrections_hide_what_is_wrong_and_count_it_no_more(filled: Indexed) -> None:
    totals = filled.counts().totals
    filled.correct(correction(target(ANALYSIS, kind="movement"), Change("verdict", "wrong")))
    filled.correct(correction(target(ANALYSIS), Change("verdict", "wrong")))
    assert filled.counts().totals == replace(totals, events=totals.events - 1, movements=totals.movements - 1)


def test_corrections_of_one_field_the_later_wins(filled: Indexed) -> None:
    for status in ("denied", "planned"):
        (last,) = filled.correct(correction(target(ANALYSIS), Change("status", status)))
    assert filled.analysis(ANALYSIS.article.id).events[0].status == "planned"
    filled.undo(last)
    assert filled.analysis(ANALYSIS.article.id).events[0].status == "denied"
    filled.undo(last, undone=False)
    assert filled.analysis(ANALYSIS.article.id).events[0].status == "planned"
    assert [entry.undone for entry in filled.corrections()] == [False, False]


def test_corrections_outlive_a_new_date_and_a_new_reading(filled: Indexed) -> None:
    filled.correct(correction(target(ANALYSIS), Change("status", "cancelled")))
    filled.redate(ANALYSIS.article.id, date(2025, 6, 1))
    filled.replace(READING, ANALYSIS)
    assert filled.analysis(ANALYSIS.article.id).events[0].status == "cancelled"


OUTLET = Change("reliability", "B", parties=(Participant(0, 0, "The Tagus Post", None, "The Tagus Post"),))
REPORT = Change("credibility", "2")


def test_corrections_grade_of_an_outlet_outlives_the_article_beside_which_it_was_given(filled: Indexed) -> None:
    outlet, _ = filled.correct(correction(target(ANALYSIS), OUTLET), correction(target(ANALYSIS), REPORT))
    filled.remove(ANALYSIS.article.id)
    assert [(entry.number, entry.matched) for entry in filled.corrections()] == [(outlet, True)]
    assert grades(filled.corrections()).reliability("The Tagus Post") == "B"
    filled.undo(outlet)
    assert grades(filled.corrections()).reliability("The Tagus Post") == "F"
    filled.undo(outlet, undone=False)
    filled.sign_corrections(outlet, reason="its own reporters")
    [entry] = filled.corrections()
    assert (entry.undone, entry.correction.reason) == (False, "its own reporters")
    assert filled.articles() == []


def test_corrections_grade_of_an_outlet_changes_no_article(filled: Indexed) -> None:
    before, version = seen(filled), filled.version()
    filled.correct(correction(target(ANALYSIS), OUTLET))
    assert filled.version() > version
    assert seen(filled) == before


def test_corrections_that_find_nothing_are_kept_for_review(filled: Indexed) -> None:
    filled.correct(correction(target(ANALYSIS), Change("status", "cancelled")))
    filled.replace(replace(READING, events=(), movements=()), ANALYSIS)
    assert [entry.matched for entry in filled.corrections()] == [False]
    filled.replace(READING, ANALYSIS)
    assert [entry.matched for entry in filled.corrections()] == [True]
    assert filled.analysis(ANALYSIS.article.id).events[0].status == "cancelled"


def test_corrections_find_what_another_reading_calls_otherwise() -> None:
    renamed = replace(ANALYSIS, events=tuple(replace(event, id=f"new-{event.id}") for event in ANALYSIS.events))
    log = [Entry(1, correction(target(ANALYSIS, 1), Change("status", "denied")))]
    assert overlay(renamed, log)[0].events[1].status == "denied"


def test_corrections_of_what_is_not_there_change_nothing(filled: Indexed) -> None:
    before = filled.version(), seen(filled)
    with pytest.raises(StoreError, match="no article"):
        filled.correct(
            correction(target(ANALYSIS), CHANGES[0]), replace(correction(target(ANALYSIS), CHANGES[0]), article="none")
        )
    with pytest.raises(CorrectionError, match="no correction 7"):
        filled.undo(7)
    assert (filled.version(), seen(filled)) == before


def test_corrections_go_with_their_article(filled: Indexed) -> None:
    filled.correct(correction(target(ANALYSIS), CHANGES[0]))
    filled.remove(ANALYSIS.article.id)
    assert filled.corrections() == []


def test_corrections_taken_back_leave_no_trace(filled: Indexed) -> None:
    before = seen(filled)
    numbers = filled.correct(*(correction(target(ANALYSIS, at % 2), change) for at, change in enumerate(CHANGES)))
    assert seen(filled) != before
    for number in (*numbers[::2], *numbers[1::2]):
        filled.undo(number)
    assert seen(filled) == before


def test_one_entity_is_another_everywhere_in_its_article(filled: Indexed) -> None:
    first, second = ANALYSIS.entities[:2]
    before = filled.counts()
    numbers = filled.correct(of_entity(0, JOINED))
    counted = {row.key: row.mentions for row in filled.counts().entities}
    assert first.key not in counted
    assert counted[second.key] == len(first.mentions) + len(second.mentions)
    assert {each.name for event in filled.events() for each in event.actors} >= {second.name}
    assert not filled.events(EventFilter(entities=frozenset({first.key})))
    filled.undo(*numbers)
    assert filled.counts() == before


def test_what_is_called_so_is_somebody_else_again() -> None:
    """Joined with another, and parted from it: who is called so takes part where the text calls them so."""
    first, other = ANALYSIS.entities[1:3]
    join = Change("same", other.key, parties=(Participant(0, 0, "", None, other.name),))
    log = [Entry(1, of_entity(1, join)), Entry(2, of_entity(1, Change("apart", first.mentions[0].text)))]
    parted = overlay(ANALYSIS, log)[0]
    (own,) = [each for each in parted.entities if each.name == first.name]
    assert own.mentions == first.mentions
    assert own.key not in {each.key for each in ANALYSIS.entities}
    was = [each.text for event in ANALYSIS.events for each in event.actors if each.entity == first.id]
    now = [each.text for event in parted.events for each in event.actors if each.entity == own.id]
    assert was == now != []


def test_a_person_is_a_body_in_every_count_and_filter(filled: Indexed) -> None:
    before = seen(filled)
    entity = ANALYSIS.entities[0]
    body = entity.key.replace("person:", "organization:")
    people = filled.counts().totals.people
    told = filled.events(EventFilter(entities=frozenset({entity.key})))
    numbers = filled.correct(of_entity(0, Change("kind", "organization")))
    assert filled.counts().totals.people == people - 1
    assert {row.key: row.kind for row in filled.counts().entities}[body] == "organization"
    assert [each.id for each in filled.events(EventFilter(entities=frozenset({body})))] == [each.id for each in told]
    filled.undo(*numbers)
    assert seen(filled) == before


def test_a_person_is_one_with_a_body_of_another_kind() -> None:
    person, other = ANALYSIS.entities[:2]
    body = replace(other, key="organization:silva-works", kind="organization")
    analysis = replace(ANALYSIS, entities=(person, body, *ANALYSIS.entities[2:]))
    change = Change("same", body.key, parties=(Participant(0, 0, "", None, "Silva Works"),))
    told = overlay(analysis, [Entry(1, of_entity(0, change))])[0]
    (whole,) = [each for each in told.entities if each.key == body.key]
    assert (whole.kind, whole.name) == ("organization", "Silva Works")
    assert {each.start for each in whole.mentions} == {each.start for each in (*person.mentions, *body.mentions)}


def test_a_person_is_a_place_which_can_be_put_on_the_map_and_back() -> None:
    name = next(each for each in ANALYSIS.entities if each.name == "Haddad")
    at = ANALYSIS.entities.index(name)
    stretches = {(each.start, each.end) for each in name.mentions}
    made = Entry(1, of_entity(at, Change("kind", "place")))
    first = name.mentions[0]
    located = Target("place", "name:haddad", Extent(first.start, first.end, first.text))
    there = Entry(2, correction(located, Change("located", place=replace(PLACE, name="Haddad", country="DZ"))))
    told, lost = overlay(ANALYSIS, [made, there])
    assert {each.country for each in told.places if (each.start, each.end) in stretches} == {"DZ"}
    assert not lost
    again = Entry(3, of_entity(at, Change("kind", "person")))
    told, _ = overlay(ANALYSIS, [made, again])
    assert told.places == ANALYSIS.places
    assert overlay(ANALYSIS, [there])[1] == {2}


def test_a_place_that_is_a_person_is_nowhere_on_the_map() -> None:
    oslo = Mention(PLACE.start, PLACE.end, PLACE.text, "name")
    entity = replace(ANALYSIS.entities[0], id="oslo", key="place:oslo", kind="place", name="Oslo", mentions=(oslo,))
    analysis = replace(ANALYSIS, entities=(*ANALYSIS.entities, entity))
    named = Extent(oslo.start, oslo.end, oslo.text)
    made = correction(Target("entity", entity.key, named), Change("kind", "person"))
    told = overlay(analysis, [Entry(1, made)])[0]
    assert PLACE.name not in {each.name for each in told.places}
    assert {movement.origin for movement in analysis.movements} == {PLACE}
    assert {movement.origin for movement in told.movements} == {None}


def test_naming_outlives_another_reading_and_is_listed_without_its_mention(filled: Indexed) -> None:
    filled.correct(of_entity(0, JOINED))
    filled.replace(replace(READING, entities=()), ANALYSIS)
    assert [entry.matched for entry in filled.corrections()] == [False]
    filled.replace(READING, ANALYSIS)
    assert ANALYSIS.entities[0].key not in {each.key for each in filled.analysis(ANALYSIS.article.id).entities}


def added(trigger: str, status: Status = "planned") -> Correction:
    """An event that an analyst read in these words of the first sentence."""
    text = ANALYSIS.article.text
    words = Extent(text.index(trigger), text.index(trigger) + len(trigger), trigger)
    evidence = Extent(0, text.index("\n"), text[: text.index("\n")])
    report = Report(evidence, words, (), status, "UU", None, None, None)
    event = Event(f"added-{trigger}", "AID", None, (), (), None, None, None, None, status, "UU", (report,))
    return correction(Target("event", event.id, words), Change("added", event=event))


def test_an_added_event_is_seen_corrected_and_taken_back(filled: Indexed) -> None:
    before = seen(filled)
    (number,) = filled.correct(added("flew"))
    (row,) = filled.events(EventFilter(types=frozenset({"AID"})))
    (report,) = filled.reports(row.id)
    assert (report.trigger.text, [each.name for each in report.sources]) == ("flew", ["Berg"])
    filled.correct(correction(Target("event", row.id, report.trigger), Change("status", "denied")))
    assert [each.status for each in filled.events(EventFilter(types=frozenset({"AID"})))] == ["denied"]
    filled.undo(number)
    assert seen(filled) == before
    filled.undo(number, undone=False)
    assert [each.status for each in filled.events(EventFilter(types=frozenset({"AID"})))] == ["denied"]


def test_an_added_event_outlives_a_reading_that_finds_nothing(filled: Indexed) -> None:
    filled.correct(added("flew"))
    filled.replace(replace(READING, events=(), movements=(), attributions=()), ANALYSIS)
    assert [event.type for event in filled.analysis(ANALYSIS.article.id).events] == ["AID"]
    assert [entry.matched for entry in filled.corrections()] == [True]


def test_an_added_event_whose_words_are_not_in_the_text_is_for_review(filled: Indexed) -> None:
    made = added("flew")
    elsewhere = replace(made.target, trigger=replace(made.target.trigger, text="drove"))
    before = filled.analysis(ANALYSIS.article.id)
    filled.correct(replace(made, target=elsewhere))
    assert [entry.matched for entry in filled.corrections()] == [False]
    assert filled.analysis(ANALYSIS.article.id) == before


told = st.builds(
    lambda change, at: correction(target(ANALYSIS, at), change), st.sampled_from(CHANGES), st.integers(0, 2)
)
made = st.tuples(told | st.sampled_from([*NAMING, *LOCATING, added("flew"), added("Lima")]), st.booleans())


@given(st.lists(made, max_size=12))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_corrections_undone_in_any_order_are_as_if_never_made(steps: list[tuple[Correction, bool]]) -> None:
    log = [Entry(number, one, undone) for number, (one, undone) in enumerate(steps)]
    kept = [entry for entry in log if not entry.undone]
    assert overlay(ANALYSIS, log)[0] == overlay(ANALYSIS, kept)[0]
    assert overlay(ANALYSIS, log[::-1]) == overlay(ANALYSIS, log)
    assert overlay(ANALYSIS, [replace(entry, undone=True) for entry in log])[0] == ANALYSIS
