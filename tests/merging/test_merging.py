from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.domain import (
    Argument,
    Article,
    DateSpan,
    Entity,
    EventMention,
    Extent,
    Factuality,
    Mention,
    MovementMention,
    Place,
    Reading,
    Status,
    Timex,
)
from pipeline.merging import Context, merge_events, merge_movements, order_events
from pipeline.merging.context import day_reported, may_coincide, most_specific

TEXT = "Amara Diallo flew from Bamako to Dakar on Monday. Diallo is on her way to Senegal. Diallo goes to Lima."


def extent(words: str, nth: int = 0) -> Extent:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Extent(start, start + len(words), words)


def place(words: str, country: str, feature: str, geonames_id: int) -> Place:
    at = extent(words)
    return Place(at.start, at.end, words, words, country, None, feature, 0.5, 0.5, geonames_id, 0.9)


PLACES = (
    place("Bamako", "ML", "PPLC", 1),
    place("Dakar", "SN", "PPLC", 2),
    place("Senegal", "SN", "PCLI", 3),
    place("Lima", "PE", "PPLC", 4),
)
MONDAY = Timex(extent("Monday").start, extent("Monday").end, "Monday", "DATE", "2024-05-06", None, "2024-05-06")
DIALLO = Entity(
    "e1",
    "person:amara-diallo",
    "person",
    "Amara Diallo",
    ("Diallo",),
    None,
    tuple(
        Mention(at.start, at.end, at.text, "name")
        for at in (extent("Amara Diallo"), extent("Diallo", 1), extent("Diallo", 2))
    ),
)
CONTEXT = Context.of(
    Article("a", TEXT),
    Reading((), (), PLACES, (DIALLO,), (), (), (), ()),
    (replace(MONDAY, first=date(2024, 5, 6), last=date(2024, 5, 6)),),
)


def told(trigger: str, nth: int, to: str, status: Status = "occurred", come_from: str | None = None) -> MovementMention:
    at = extent("Diallo", nth)
    return MovementMention(
        mover=Argument(at.start, at.end, at.text, at.start),
        trigger=extent(trigger),
        evidence=extent(TEXT),
        origin=extent(come_from).start if come_from else None,
        destination=extent(to).start,
        departure=None,
        arrival=MONDAY.start if trigger == "flew" else None,
        vehicle="plane" if trigger == "flew" else None,
        purpose=None,
        status=status,
        factuality="CT+",
    )


FLEW = told("flew", 0, "Dakar", come_from="Bamako")
ON_HER_WAY = told("on her way", 1, "Senegal", "ongoing")
TO_LIMA = told("goes", 2, "Lima")


def test_merging_makes_one_movement_of_city_and_country() -> None:
    (movement,) = merge_movements([FLEW, ON_HER_WAY], [], CONTEXT)
    assert movement.mover.name == "Amara Diallo"
    assert (movement.origin, movement.destination) == (PLACES[0], PLACES[1])
    assert movement.vehicle == "plane"
    assert movement.arrival == DateSpan(date(2024, 5, 6), date(2024, 5, 6), "2024-05-06")
    assert len(movement.reports) == 2


def test_merging_never_draws_as_done_what_another_report_has_under_way() -> None:
    assert merge_movements([FLEW, ON_HER_WAY], [], CONTEXT)[0].status == "ongoing"


def test_merging_keeps_different_destinations_apart() -> None:
    assert len(merge_movements([FLEW, TO_LIMA], [], CONTEXT)) == 2


@pytest.mark.parametrize("unreal", ["denied", "cancelled"])
def test_merging_keeps_what_did_not_happen_apart(unreal: Status) -> None:
    movements = merge_movements([FLEW, replace(ON_HER_WAY, status=unreal)], [], CONTEXT)
    assert [movement.status for movement in movements] == ["occurred", unreal]


def test_merging_does_not_depend_on_anything_but_the_text() -> None:
    assert merge_movements([FLEW, TO_LIMA], [], CONTEXT) == merge_movements([FLEW, TO_LIMA], [], CONTEXT)
    ids = [movement.id for movement in merge_movements([FLEW, TO_LIMA], [], CONTEXT)]
    assert len(set(ids)) == 2


def visit(nth: int, status: Status) -> EventMention:
    at = extent("Diallo", nth)
    who = Argument(at.start, at.end, at.text, at.start)
    return EventMention("CONSULT", "visit", at, extent(TEXT), (who,), (), None, None, status, "CT+")


def test_merging_shows_the_strongest_report_of_an_event() -> None:
    (event,) = merge_events([visit(0, "planned"), visit(1, "occurred")], CONTEXT)
    assert event.status == "occurred"
    assert [report.status for report in event.reports] == ["planned", "occurred"]


def test_merging_never_joins_parties_without_an_entity() -> None:
    somebody = [Argument(0, 5, "Amara", len(TEXT) + nth) for nth in range(2)]
    mentions = [replace(visit(nth, "occurred"), actors=(somebody[nth],)) for nth in range(2)]
    assert len(merge_events(mentions, CONTEXT)) == 2


def test_merging_keeps_two_deeds_of_one_sentence_apart() -> None:
    done = visit(0, "occurred")
    aimless = replace(done, trigger=extent("flew"), recipients=())
    told = replace(done, recipients=(Argument(0, 5, "Amara", 0),))
    assert len(merge_events((told, aimless), CONTEXT)) == 2
    assert len(merge_events((told, replace(aimless, evidence=extent("flew"))), CONTEXT)) == 1


def test_merging_takes_one_telling_once() -> None:
    (event,) = merge_events([visit(0, "occurred")] * 2, CONTEXT)
    (movement,) = merge_movements([FLEW] * 2, [], CONTEXT)
    assert len(event.reports) == len(movement.reports) == 1


DAY = DateSpan(date(2024, 5, 6), date(2024, 5, 6), "2024-05-06")
MAY = DateSpan(date(2024, 5, 1), date(2024, 5, 31), "2024-05")
FROM_JUNE = DateSpan(date(2024, 6, 1), None, "2024-06-01/..")


@pytest.mark.parametrize(
    ("a", "b", "coincide"),
    [(DAY, MAY, True), (DAY, FROM_JUNE, False), (FROM_JUNE, None, True), (FROM_JUNE, FROM_JUNE, True)],
)
def test_vague_dates_coincide_if_they_share_a_day(a: DateSpan, b: DateSpan | None, coincide: bool) -> None:
    assert may_coincide(a, b) is coincide


def test_most_specific_date_is_the_shortest() -> None:
    assert most_specific([None, FROM_JUNE, MAY, DAY]) == DAY
    assert most_specific([None]) is None


@pytest.mark.parametrize(
    ("actor", "recipients", "names"),
    [
        pytest.param("her", ("Lima",), [((), ("Lima",))], id="an unknown pronoun names nobody"),
        pytest.param("Diallo", ("Amara Diallo",), [(("Diallo",), ())], id="nobody is whom they do it to"),
        pytest.param("her", (), [], id="no event without anybody known"),
    ],
)
def test_events_merging_leaves_out_unknown_pronouns(
    actor: str, recipients: tuple[str, ...], names: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    def argument(words: str) -> Argument:
        at = extent(words)
        return Argument(at.start, at.end, at.text, at.start)

    at = extent("flew")
    mention = EventMention(
        "CONSULT", None, at, at, (argument(actor),), tuple(map(argument, recipients)), None, None, "occurred", "CT+"
    )
    events = merge_events((mention,), CONTEXT)
    assert [(tuple(p.text for p in event.actors), tuple(p.text for p in event.recipients)) for event in events] == names


def test_events_of_one_sentence_keep_their_order() -> None:
    def told_in(sentence: str, trigger: str, factuality: Factuality) -> EventMention:
        who = extent("Diallo")
        party = Argument(who.start, who.end, who.text, who.start)
        return EventMention(
            "CONSULT", None, extent(trigger), extent(sentence), (party,), (), None, None, "occurred", factuality
        )

    first, second = "Amara Diallo flew from Bamako to Dakar on Monday.", "Diallo is on her way to Senegal."
    mentions = (told_in(first, "flew", "PS+"), told_in(second, "way", "UU"), told_in(second, "on her", "CT+"))
    events = order_events([event for mention in mentions for event in merge_events((mention,), CONTEXT)])
    assert [event.reports[0].trigger.text for event in events] == ["way", "on her", "flew"]


TUESDAY, WEDNESDAY, THURSDAY = date(2021, 6, 1), date(2021, 6, 2), date(2021, 6, 3)


@pytest.mark.parametrize(
    ("said", "published", "day"),
    [
        pytest.param([], WEDNESDAY, WEDNESDAY, id="the outlet itself says it on the day of publication"),
        pytest.param([None], WEDNESDAY, WEDNESDAY, id="the statement has no date"),
        pytest.param([DateSpan(TUESDAY, TUESDAY, None)], WEDNESDAY, TUESDAY, id="the statement has a day"),
        pytest.param([None, DateSpan(TUESDAY, TUESDAY, None)], None, TUESDAY, id="the day of publication is unknown"),
        pytest.param([DateSpan(TUESDAY, WEDNESDAY, None)], THURSDAY, THURSDAY, id="a period is no day"),
        pytest.param([DateSpan(THURSDAY, THURSDAY, None)], WEDNESDAY, WEDNESDAY, id="nothing is reported ahead"),
        pytest.param([DateSpan(None, TUESDAY, None)], None, None, id="nothing is known"),
    ],
)
def test_reports_are_of_the_day_on_which_they_were_said(
    said: list[DateSpan | None], published: date | None, day: date | None
) -> None:
    assert day_reported(said, published) == day


def test_reports_say_when_without_dating_the_movement() -> None:
    article = replace(CONTEXT.article, published=date(2024, 5, 8))
    [movement] = merge_movements([told("goes", 2, "Lima")], (), replace(CONTEXT, article=article))
    assert movement.reports[0].reported == date(2024, 5, 8)
    assert (movement.reports[0].first, movement.arrival, movement.departure) == (None, None, None)


def test_movements_have_the_reasons_of_all_their_mentions_once() -> None:
    flew = replace(told("flew", 0, "Dakar", come_from="Bamako"), why=("fly", "past"))
    coming = replace(told("way", 1, "Senegal", "ongoing"), why=("way", "past"))
    [movement] = merge_movements([flew, coming], (), CONTEXT)
    assert movement.why == ("fly", "past", "way")
