"""STIX 2.1: parties as identities, places as locations, what articles tell of them as notes, articles as reports. Pure.

STIX has no object for an event of the news. A note says in words what is told, with its status, so that nothing that is
planned or denied stands there as a fact; only a movement that occurred gives a relationship, ``located-at``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID, uuid5

from pipeline.exports.excerpt import Excerpt, ExportedRow
from pipeline.exports.geometry import at, end_places
from pipeline.exports.records import date_in_words, record, title
from pipeline.grades import RELIABILITY
from pipeline.index import EventRow, Participation, PlacePoint
from pipeline.store import ArticleRow
from pipeline.wording.titles import FACTUALITY, STATUSES

NAMESPACE = UUID("5f8d9a1e-4c63-5d0b-9a54-0e6f2c8b7d31")
CLASSES = {"person": "individual", "organization": "organization", "group": "group"}
CREDIBILITY = {"1": 90, "2": 70, "3": 50, "4": 30, "5": 10}
"""Confidence of what an analyst graded: appendix A of STIX 2.1; of all else it is what the program estimates."""
Object = dict[str, Any]


def as_stix(excerpt: Excerpt) -> bytes:
    """A bundle; the same excerpt gives the same ids."""
    maker = _Maker(_stamp(excerpt.made))
    told = [(each, maker.note_objects(excerpt, each)) for each in excerpt.told]
    for article in excerpt.articles:
        maker.article(excerpt, article, [ids for each, ids in told if each.article.id == article.id])
    objects = list(maker.objects.values())
    bundle = {"type": "bundle", "id": f"bundle--{uuid5(NAMESPACE, json.dumps(sorted(maker.objects)))}"}
    return json.dumps(bundle | {"objects": objects}, ensure_ascii=False, indent=1).encode("utf-8", "replace")


class _Maker:
    """Makes each object once."""

    def __init__(self, made: str) -> None:
        self.made = made
        self.objects: dict[str, Object] = {}
        self.author = self.make("identity", "dateline", {"name": "Dateline", "identity_class": "system"})

    def make(self, kind: str, key: str, fields: Object) -> str:
        id_ = f"{kind}--{uuid5(NAMESPACE, f'{kind}:{key}'.encode('utf-8', 'replace').decode())}"
        common = {"type": kind, "spec_version": "2.1", "id": id_, "created": self.made, "modified": self.made}
        author = {"created_by_ref": self.author} if key != "dateline" else {}
        given = {name: value for name, value in fields.items() if value not in (None, [], "")}
        self.objects.setdefault(id_, common | author | given)
        return id_

    def note_objects(self, excerpt: Excerpt, told: ExportedRow) -> list[str]:
        """The note of an event or movement, and all that it is about."""
        row, found = told.row, record(excerpt, told)
        who = [*row.actors, *row.recipients] if isinstance(row, EventRow) else [row.mover]
        parties = [self.party(each) for each in who]
        where = [id_ for place in end_places(row) if place and (id_ := self.place(place))]
        sources = [f"According to {found['source'] or row.outlet or 'the article itself'}."]
        grade = excerpt.grade(told)
        graded = f"Grade {grade} by the Admiralty code ({grade.words()})."
        certainty = f"; {FACTUALITY[row.factuality]}" if isinstance(row, EventRow) else ""
        lines = [
            f"{title(row)}. {STATUSES[row.status]}{certainty}; {date_in_words(row)}.",
            found["sentence"],
            *sources,
            graded,
        ]
        note = {
            "abstract": title(row),
            "content": "\n".join(lines),
            "object_refs": _once([*parties, *where]) or [self.author],
            "confidence": CREDIBILITY.get(grade.report, None if row.confidence == 1 else round(row.confidence * 100)),
            "labels": [row.status, *([row.type.lower()] if row.type else ["movement"])],
        }
        made = [self.make("note", f"{told.kind}:{row.id}", note), *parties, *where]
        if not isinstance(row, EventRow) and row.status == "occurred" and row.destination:
            made += self.stay(row.id, parties[0], self.place(row.destination), found["sentence"])
        return made

    def stay(self, movement: str, who: str, where: str | None, sentence: str) -> list[str]:
        """That somebody got somewhere. A country is a location, and is nowhere itself."""
        if where is None or not who.startswith("identity"):
            return []
        fields = {"relationship_type": "located-at", "source_ref": who, "target_ref": where, "description": sentence}
        return [self.make("relationship", movement, fields)]

    def party(self, party: Participation) -> str:
        kind, _, code = (party.key or f"name:{party.name.casefold()}").partition(":")
        if kind == "country" and len(code) == 2:
            return self.make("location", party.key or "", {"name": party.name, "country": code})
        fields = {"name": party.name or "unnamed", "identity_class": CLASSES.get(kind, "unknown")}
        return self.make("identity", f"{kind}:{code}", fields)

    def place(self, place: PlacePoint) -> str | None:
        """None for a place of which neither country nor coordinates are known: STIX has no room for it."""
        point = at(place)
        if point is None and place.country is None:
            return None
        where = {"latitude": point[0], "longitude": point[1]} if point else {}
        return self.make("location", place.key, {"name": place.name, "country": place.country, **where})

    def article(self, excerpt: Excerpt, article: ArticleRow, told: Iterable[list[str]]) -> None:
        """A report, or a grouping where its day is not known: a report must have one."""
        link = [{"source_name": article.outlet or "article", "url": article.url}] if article.url else []
        grade = excerpt.grades.reliability(article.outlet)
        fields: Object = {
            "description": f"Outlet: {article.outlet or 'unknown'}. Grade {grade}: {RELIABILITY[grade]}.",
            "name": article.title or article.outlet or "Article without title",
            "object_refs": _once(id_ for ids in told for id_ in ids),
            "external_references": link,
        }
        if article.published:
            day = datetime.combine(article.published, time(), UTC)
            self.make("report", article.id, fields | {"published": _stamp(day)})
        else:
            self.make("grouping", article.id, fields | {"context": "unspecified"})


def _once(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _stamp(moment: datetime) -> str:
    """Four figures for the year, which ``strftime`` does not give below 1000."""
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"
