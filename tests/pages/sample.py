"""Two articles of our own, for tests of pages: a trip that is planned and one that happened, a claim, a denial."""

from __future__ import annotations

from datetime import date

from pipeline.domain import Analysis, DateSpan
from pipeline.store import Store
from tests.pages.drafting import EMPTY_READING, NO_DATE, Draft, span

VISIT = """Premier to pay visit to Rabat
Premier Ana Costa left Lisbon for Rabat on 8 March 2019, her office said.
In February, the trade union accused Ana Costa of neglect.
According to Rui Dias, she will travel on to Dakar in the days after 8 March 2019.
Rui Dias denied that Portugal would send troops to Mali <script>alert("x")</script>."""

STORM = """Storm over Porto
Rui Dias visited Porto on 2 April 2019."""


def visit() -> Analysis:
    draft = Draft(VISIT, "Premier to pay visit to Rabat", "The Tagus Post", date(2019, 3, 8))
    draft.entity("person:ana-costa", "person", "Ana Costa", ("Ana Costa", "name"), ("she", "pronoun"))
    draft.entity("person:rui-dias", "person", "Rui Dias", ("Rui Dias", "name"))
    draft.entity("country:PT", "country", "Portugal", ("Portugal", "name"))
    lisbon, rabat = draft.place("Lisbon", "PT", 38.72, -9.14), draft.place("Rabat", "MA", 34.02, -6.84)
    dakar, _, left, union, onward, denial = (draft.place("Dakar", "SN", 14.69, -17.45), *VISIT.split("\n"))
    office = draft.said_by("her office", "said", "Premier Ana Costa left Lisbon for Rabat on 8 March 2019")
    dias = draft.said_by("Rui Dias", "According to", "she will travel on to Dakar")
    refusal = draft.said_by("Rui Dias", "denied", "Portugal would send troops to Mali")
    day, coming = span("2019-03-08"), DateSpan(date(2019, 3, 8), None, "2019-03-08~/..")
    trip = [draft.report(left, "left", "occurred", day, office)]
    going = [draft.report(onward, "travel", "planned", coming, dias, sure="PR+")]
    event = draft.event(("CONSULT", "visit"), ["Ana Costa"], [], trip, rabat)
    draft.event(("CONSULT", "visit"), ["Ana Costa"], [], going, dakar)
    february = span("2019-02-01", "2019-02-28", "2019-02")
    draft.event(
        ("ACCUSE", None), ["the trade union"], ["Ana Costa"], [draft.report(union, "accused", "occurred", february)]
    )
    sending = draft.report(denial, "send", "denied", NO_DATE, refusal, sure="CT-")
    draft.event(("MOBILIZE", None), ["Portugal"], [], [sending])
    draft.movement("Ana Costa", (lisbon, rabat), (day, None), trip, "plane", event)
    draft.movement("she", (None, dakar), (None, coming), going)
    return draft.analysis()


def storm() -> Analysis:
    draft = Draft(STORM, "Storm over Porto", None, date(2019, 4, 3))
    draft.entity("person:rui-dias", "person", "Rui Dias", ("Rui Dias", "name"))
    porto = draft.place("Porto", "PT", None, None)
    told = [draft.report(STORM.split("\n")[1], "visited", "occurred", span("2019-04-02"))]
    event = draft.event(("CONSULT", "visit"), ["Rui Dias"], [], told, porto)
    draft.movement("Rui Dias", (None, porto), (None, span("2019-04-02")), told, None, event)
    return draft.analysis()


def fill(url: str) -> None:
    """Put both articles into a store."""
    store = Store.open(url)
    for analysis in (visit(), storm()):
        store.add(EMPTY_READING, analysis)
    store.close()
