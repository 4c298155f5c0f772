"""Articles by somebody who tries to make the screen show more than text: in title, outlet, names, places, sentences."""

from __future__ import annotations

from datetime import date

from pipeline.domain import Analysis
from pipeline.store import Store
from tests.pages.drafting import EMPTY_READING, NO_DATE, Draft, span

PAYLOADS = (
    "zq1 www.example.org",
    "zq2 http://example.org/a",
    "zq3 ana@example.org",
    "zq4 :material/home: Dias",
    "zq5 :smile: :+1: Dias",
    "zq6 :red[Dias]",
    "zq7 a -> b <- c",
    "zq8 $x^2$ Dias",
    "zq9 [Dias](//example.org)",
    "=zq0+1 <b>Dias</b>",
)


def article(payload: str) -> Analysis:
    """A trip whose every name is the payload, to a place that no map has."""
    sentence = f"{payload} left Lisbon for {payload} on 2 April 2019, {payload} said."
    doubt = f"{payload} will meet {payload} again."
    draft = Draft(f"{payload}\n{sentence}\n{doubt}", payload, payload, date(2019, 4, 3))
    draft.entity(f"person:{payload[:3]}", "person", payload, (payload, "name"))
    lisbon, nowhere = draft.place("Lisbon", "PT", 38.72, -9.14), draft.place(payload, "PT", None, None)
    said = draft.said_by(payload, "said", sentence)
    told = [draft.report(sentence, "left", "occurred", span("2019-04-02"), said)]
    event = draft.event(("CONSULT", "visit"), [payload], [payload], told, nowhere)
    draft.event(("CONSULT", None), [payload], [], [draft.report(doubt, "meet", "planned", NO_DATE, said)])
    draft.movement(payload, (lisbon, nowhere), (span("2019-04-02"), None), told, "plane", event)
    return draft.analysis()


def fill(url: str) -> None:
    store = Store.open(url)
    for payload in PAYLOADS:
        store.add(EMPTY_READING, article(payload))
    store.close()
