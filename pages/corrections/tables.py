"""Corrections in words and as a table. Pure but for drawing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pages.view.address import Selection
from pages.widgets.correction_fields import LABELS, in_words
from pages.widgets.tables import Table, twin
from pipeline.corrections import OF_OUTLET, PLACES, SIDES, SPANS, STORIES, Change, Entry
from pipeline.domain import EventType, Status
from pipeline.wording import titles

VERDICTS = {"right": "Right", "wrong": "Wrong: hidden"}
NOT_TOLD = "not told"


def change(made: Change) -> str:
    """ "Status: Planned"."""
    if made.field == "verdict":
        return VERDICTS.get(made.word or "", "")
    return f"{LABELS[made.field]}: {value(made) or NOT_TOLD}"


def value(made: Change) -> str:
    if made.field == OF_OUTLET:
        return f"{made.parties[0].name}, {made.word}"
    if made.event:
        return titles.event_title(made.event)
    if made.movement:
        return titles.movement_title(made.movement)
    if made.field in STORIES:
        return ", ".join(f"“{each.target.trigger.text}”" for each in made.stories)
    if made.field in (*PLACES, "located"):
        return made.place.name if made.place else ""
    if made.field in (*SIDES, "mover", "same"):
        return ", ".join(party.name for party in made.parties)
    if made.field in (*SPANS, "when"):
        return in_words(made.when.first, made.when.last, made.when.edtf) if made.when else ""
    types: dict[EventType, str] | dict[Status, str] = titles.TYPES if made.field == "type" else titles.STATUSES
    return {str(code): words for code, words in types.items()}.get(made.word or "", made.word or "")


def table_row(entry: Entry) -> dict[str, str | int]:
    made = entry.correction
    is_of_outlet = made.change.field == OF_OUTLET
    return {
        "Number": entry.number,
        "Change": change(made.change),
        "Of": "outlet" if is_of_outlet else made.target.kind,
        "Word": "" if is_of_outlet else made.target.trigger.text,
        "By": made.author,
        "When (UTC)": f"{made.made:%Y-%m-%d %H:%M}",
        "Why": made.reason,
        "State": "undone" if entry.undone else "made" if entry.matched else "to review",
        "Article": "" if is_of_outlet else made.article,
    }


def corrections_table(log: Sequence[Entry]) -> None:
    twin(partial(table, log), "corrections-table", "Table of the corrections")


def table(log: Sequence[Entry]) -> Table:
    selections = [Selection(entry.correction.target.kind, entry.correction.target.id) for entry in log]
    return Table([table_row(entry) for entry in log], selections)
