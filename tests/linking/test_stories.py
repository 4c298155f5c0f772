from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from benchmarks.writing import MadeEvent, MadeMovement
from pipeline.domain import DateSpan, Place, Status
from pipeline.linking import Linker, lines
from pipeline.linking.accounts import Account
from pipeline.linking.stories import story
from pipeline.linking.voices import course, voices
from tests.linking.made import DAY, Writing, filler, place, span

SENTENCE = "Foreign minister Ana Rojas met her Bolivian colleague Luis Paredes over the border crossing at Desaguadero."
TITLE = "Rojas and Paredes meet over Desaguadero crossing"


def report(
    name: str,
    when: DateSpan | None = None,
    where: str | None = None,
    status: Status = "occurred",
    later: int = 0,
    sentence: str = SENTENCE,
    source: str | None = None,
    **known: str,
) -> Writing:
    writing = Writing(name, title=TITLE, published=DAY + timedelta(days=later), **known)
    writing.text = f"Bolivian and Peruvian hauliers wait at the Desaguadero crossing.\n{filler(name)}"
    at = place(where) if where else None
    told = MadeEvent("CONSULT", ("Ana Rojas",), ("Luis Paredes",), when, at, status, source)
    return writing.tell(sentence, "met", told)


def linked(*writings: Writing) -> Linker:
    linker = Linker()
    for writing in writings:
        linker.add(writing.dossier())
    return linker


def rows(linker: Linker) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines(linker)]


def test_reports_of_one_meeting_are_one_story() -> None:
    linker = linked(
        report("a", span("2021-06-13"), outlet="El Faro"), report("b", where="Lima", outlet="Andina", source="an aide")
    )
    (row,) = rows(linker)
    event = row["event"]
    assert (event["first"], event["last"], event["place"]["name"]) == ("2021-06-13", "2021-06-13", "Lima")
    assert event["actors"] == [{"entity": "person:ana-rojas", "name": "Ana Rojas"}]
    assert [report["article"] for report in event["reports"]] == ["a", "b"]
    assert (event["articles"], event["independent"], event["conflicts"]) == (2, 2, [])
    assert "parties" in event["linked_by"]
    found = voices(story(linker.clusters()[0]), linker.provenance, linker.copies.original)
    assert (found.outlets, found.sources, found.first, found.latest) == (("Andina", "El Faro"), ("an aide",), DAY, DAY)


def test_disagreement_is_kept() -> None:
    (row,) = rows(
        linked(
            report("a", span("2021-06-13"), "Lima"),
            report("b", span("2021-06-14"), "Lima"),
            report("c", status="denied"),
        )
    )
    conflicts = {each["field"]: each["values"] for each in row["event"]["conflicts"]}
    assert [value["value"] for value in conflicts["when"]] == ["2021-06-13", "2021-06-14"]
    assert [value["value"] for value in conflicts["status"]] == ["occurred", "denied"]
    assert [report["article"] for report in conflicts["status"][1]["reports"]] == ["c"]
    assert row["event"]["status"] == "occurred"


def test_as_many_denials_as_reports_show_no_fact() -> None:
    (row,) = rows(linked(report("a"), report("b", status="denied")))
    assert row["event"]["status"] == "denied"


def test_a_vague_middle_joins_no_two_days() -> None:
    days = [
        report("a", span("2021-06-01")),
        report("b", span("2021-06-01", "2021-06-30")),
        report("c", span("2021-06-20")),
    ]
    stories = [{each["article"] for each in row["event"]["reports"]} for row in rows(linked(*days))]
    assert not any({"a", "c"} <= articles for articles in stories)


def test_background_never_joins_the_news() -> None:
    old = "Ana Rojas last met Luis Paredes over the Desaguadero border crossing in April 2019."
    found = rows(linked(report("a"), report("b", span("2019-04-01", "2019-04-30"), sentence=old)))
    assert len(found) == 2


def test_copies_and_one_agency_are_one_voice() -> None:
    first, copy = report("a", outlet="El Faro"), report("a", outlet="Andina")
    copy.id = "copy"
    wire = report("w", outlet="Correo")
    wire.text = f"LIMA (AP) - {wire.text}"
    (event, copies) = rows(linked(first, copy, report("own"), wire, report("ap", outlet="Associated Press")))
    assert (event["event"]["articles"], event["event"]["independent"]) == (5, 3)
    assert copies == {"copies": ["a", "copy"]}


def test_course_is_how_the_status_went_on() -> None:
    linker = linked(report("a", status="planned"), report("b", status="ongoing", later=1), report("c", later=2))
    (cluster,) = linker.clusters()
    assert course(story(cluster)) == [
        (DAY, "planned"),
        (DAY + timedelta(days=1), "ongoing"),
        (DAY + timedelta(days=2), "occurred"),
    ]


def test_course_of_one_day_begins_with_the_plan() -> None:
    linker = linked(report("a", status="occurred"), report("b", status="planned"))
    (cluster,) = linker.clusters()
    assert course(story(cluster)) == [(DAY, "planned"), (DAY, "occurred")]


def test_movements_are_lines_of_their_own() -> None:
    def trip(name: str, origin: str | None, when: DateSpan | None) -> Writing:
        sentence = "Ana Rojas flew to Cusco for talks on the railway."
        text = f"The railway to Cusco is to be repaired with Bolivian money.\n{filler(name)}"
        return Writing(name, text=text).move(
            sentence, "flew", MadeMovement("Ana Rojas", place(origin) if origin else None, place("Cusco"), arrival=when)
        )

    (row,) = rows(linked(trip("a", "Lima", None), trip("b", None, span("2021-06-14"))))
    moved = row["movement"]
    assert (moved["mover"]["entity"], moved["origin"]["name"]) == ("person:ana-rojas", "Lima")
    assert (moved["destination"]["name"], moved["arrival"]["first"]) == ("Cusco", "2021-06-14")
    assert {"departure", "vehicle", "status", "reports", "articles", "independent", "conflicts"} < set(moved)


def test_one_account_of_an_article_leaves_where_it_tells_two_apart() -> None:
    both = report("a").tell(
        "Later Ana Rojas met Marta Quispe.", "met", MadeEvent("CONSULT", ("Ana Rojas",), ("Marta Quispe",))
    )
    stories = [
        [each["article"] for each in row["event"]["reports"]] for row in rows(linked(both, report("b"), report("c")))
    ]
    assert sorted(map(sorted, stories)) == [["a"], ["a", "b", "c"]]


def test_articles_of_one_outlet_are_one_voice() -> None:
    linker = linked(
        report("a", outlet="El Faro"), report("b", outlet="Andina"), report("c", outlet="El faro"), report("d", later=1)
    )
    found = voices(story(linker.clusters()[0]), linker.provenance, linker.copies.original)
    assert found.independent == (("a", "c"), ("b",), ("d",))


def test_city_and_its_district_are_no_conflict() -> None:
    def told(name: str, where: Place) -> Account:
        met = MadeEvent("CONSULT", ("Ana Rojas",), ("Luis Paredes",), span("2021-06-13"), where)
        return Writing(name, title=TITLE).tell(SENTENCE, "met", met).accounts()[0]

    district = replace(place("Puno District", feature="ADM3"), latitude=0.2, longitude=0.1)
    for where, fields in ((district, []), (replace(district, latitude=3.0), ["place"])):
        found = story([told("a", place("Puno")), told("b", where)])
        assert [conflict.field for conflict in found.conflicts] == fields
