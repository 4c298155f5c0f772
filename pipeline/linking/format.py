"""Stories and copies as lines of JSON, in the format of ``python -m pipeline link``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from pipeline.domain import DateSpan, Extent, Place, Report
from pipeline.linking.accounts import Account
from pipeline.linking.linker import Linker
from pipeline.linking.parties import Party
from pipeline.linking.stories import Conflict, Story, story
from pipeline.linking.voices import voices

Row = dict[str, Any]

PLACE_FIELDS = ("name", "country", "admin1", "feature", "latitude", "longitude", "geonames_id", "confidence")


def lines(linker: Linker) -> Iterator[bytes]:
    """Stories in the order of their days, the undated last, then the sets of copies."""
    found = sorted((story(cluster) for cluster in linker.clusters()), key=order)
    for each in found:
        count = len(voices(each, linker.provenance, linker.copies.original).independent)
        yield msgspec.json.encode({"movement" if each.is_movement else "event": row(each, count)})
    for ids in linker.copies.sets():
        yield msgspec.json.encode({"copies": ids})


def order(found: Story) -> tuple[str, str]:
    first = found.when.first if found.when else None
    return first.isoformat() if first else "9", found.id


def row(found: Story, independent: int) -> Row:
    return {
        "id": found.id,
        **(movement_fields(found) if found.is_movement else event_fields(found)),
        "status": found.status,
        "confidence": found.confidence,
        "reports": [report_row(account, report) for account in found.accounts for report in account.told.reports],
        "articles": len(found.articles),
        "independent": independent,
        "conflicts": [conflict_row(conflict) for conflict in found.conflicts],
        "linked_by": found.linked_by,
    }


def event_fields(found: Story) -> Row:
    when = found.when or DateSpan(None, None, None)
    return {
        "type": found.type,
        "mode": found.mode,
        "actors": [party_row(party) for party in found.actors],
        "recipients": [party_row(party) for party in found.recipients],
        "first": when.first,
        "last": when.last,
        "edtf": when.edtf,
        "place": place_row(found.place),
    }


def movement_fields(found: Story) -> Row:
    return {
        "mover": party_row(found.actors[0]),
        "origin": place_row(found.origin),
        "destination": place_row(found.place),
        "departure": found.departure,
        "arrival": found.arrival,
        "vehicle": found.vehicle,
    }


def party_row(party: Party) -> Row:
    """``entity`` is the key that joins articles; null for who is known by a description or a surname alone."""
    return {"entity": party.key if party.is_known else None, "name": party.name}


def place_row(place: Place | None) -> Row | None:
    """A place without the offsets of the article that names it."""
    return None if place is None else {field: getattr(place, field) for field in PLACE_FIELDS}


def report_row(account: Account, report: Report) -> Row:
    return {
        "article": account.article,
        "event": account.told.id,
        "trigger": offsets(report.trigger),
        "evidence": offsets(report.evidence),
        "status": report.status,
        "first": report.first,
        "last": report.last,
        "reported": report.reported,
        "attributions": report.attributions,
    }


def offsets(extent: Extent) -> Row:
    return {"start": extent.start, "end": extent.end}


def conflict_row(conflict: Conflict) -> Row:
    return {
        "field": conflict.field,
        "values": [
            {"value": value, "reports": [{"article": each.article, "event": each.told.id} for each in held]}
            for value, held in conflict.values
        ],
    }
