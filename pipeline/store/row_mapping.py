"""Rows as the database gives them -> rows as pages want them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from pipeline.domain import DateSpan, Extent
from pipeline.store import dyads
from pipeline.store.rows import (
    ArticleRow,
    DyadRow,
    EntityRow,
    EventRow,
    MentionRow,
    MovementRow,
    Participation,
    PlacePoint,
    QuotedRow,
    ReportRow,
    SourceRow,
    StatementRow,
    Times,
)

Found = Mapping[str, Any]


def article(row: Found) -> ArticleRow:
    return ArticleRow(
        id=row["id"],
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        published=row["published"],
        basis=row["published_basis"],
        candidates=tuple(date.fromisoformat(day) for day in row["published_candidates"]),
        received=row["received"],
        words=row["words"],
        events=row["events"],
        movements=row["movements"],
        pipeline_version=row["pipeline_version"],
    )


def events(rows: Sequence[Found], taking_part: Iterable[Found]) -> list[EventRow]:
    parts = grouped(taking_part, "event")
    return [event(row, parts.get(row["id"], [])) for row in rows]


def event(row: Found, taking_part: Iterable[Found]) -> EventRow:
    return EventRow(
        id=row["id"],
        article=row["article"],
        title=row["title"],
        outlet=row["outlet"],
        type=row["type"],
        mode=row["mode"],
        first=row["first"],
        last=row["last"],
        edtf=row["edtf"],
        status=row["status"],
        factuality=row["factuality"],
        place=place(row, "place"),
        actors=participations(taking_part, "actor"),
        recipients=participations(taking_part, "recipient"),
        evidence=row["evidence"],
        reports=row["reports"],
        confidence=row["confidence"],
        why=row["why"],
        reported=row["reported"],
    )


def participations(rows: Iterable[Found], role: str) -> tuple[Participation, ...]:
    return tuple(Participation(row["key"], row["name"]) for row in rows if row["role"] == role)


def movement(row: Found) -> MovementRow:
    return MovementRow(
        id=row["id"],
        article=row["article"],
        title=row["title"],
        outlet=row["outlet"],
        event=row["event"],
        type=row["type"],
        mover=Participation(row["mover_key"], row["mover_name"]),
        origin=place(row, "origin"),
        destination=place(row, "destination"),
        departure=span(row, "departure"),
        arrival=span(row, "arrival"),
        first=row["first"],
        last=row["last"],
        vehicle=row["vehicle"],
        purpose=row["purpose"],
        status=row["status"],
        evidence=row["evidence"],
        start=row["start"],
        reports=row["reports"],
        confidence=row["confidence"],
        why=row["why"],
        reported=row["reported"],
    )


def place(row: Found, prefix: str) -> PlacePoint | None:
    if row[f"{prefix}_key"] is None:
        return None
    return PlacePoint(
        key=row[f"{prefix}_key"],
        name=row[f"{prefix}_name"],
        country=row[f"{prefix}_country"],
        latitude=row[f"{prefix}_latitude"],
        longitude=row[f"{prefix}_longitude"],
        confidence=row[f"{prefix}_confidence"],
        feature=row[f"{prefix}_feature"],
    )


def span(row: Found, prefix: str) -> DateSpan | None:
    found = DateSpan(row[f"{prefix}_first"], row[f"{prefix}_last"], row[f"{prefix}_edtf"])
    return None if found == DateSpan(None, None, None) else found


def entities(counts: Iterable[Found], names: Iterable[Found]) -> list[EntityRow]:
    named = grouped(names, "key")
    return [entity(row, named[row["key"]]) for row in counts]


def entity(row: Found, names: Sequence[Found]) -> EntityRow:
    """Named as most articles do; every other name is an alias."""
    name = names[0]["name"]
    others = (alias for said in names for alias in (said["name"], *said["aliases"]))
    return EntityRow(
        key=row["key"],
        kind=names[0]["kind"],
        name=name,
        country=next((said["country"] for said in names if said["country"]), None),
        aliases=tuple(alias for alias in dict.fromkeys(others) if alias != name),
        mentions=int(row["mentions"]),
        names=int(row["name"]),
        nominals=int(row["nominal"]),
        pronouns=int(row["pronoun"]),
        articles=row["articles"],
    )


def mention(row: Found) -> MentionRow:
    return MentionRow(row["article"], row["start"], row["end"], row["text"], row["form"])


def quoted(
    counts: Iterable[Found], names: Iterable[Found], cues: Iterable[Found], about: Iterable[Found]
) -> list[QuotedRow]:
    named, said, told = (grouped(rows, "source") for rows in (names, cues, about))
    return [
        QuotedRow(
            key=row["source"],
            name=named[row["source"]][0]["name"],
            statements=int(row["statements"]),
            direct=int(row["direct"]),
            indirect=int(row["indirect"]),
            mixed=int(row["mixed"]),
            articles=row["articles"],
            cues=times(said.get(row["source"], [])),
            about=times(told.get(row["source"], [])),
        )
        for row in counts
    ]


def times(rows: Iterable[Found]) -> tuple[Times, ...]:
    return tuple(Times(row["name"], row["times"]) for row in rows)


def dyad(row: Found) -> DyadRow:
    mutual = bool(row["mutual"])
    return DyadRow(
        key=dyads.key(row["actor"], row["recipient"], mutual),
        actor=Participation(row["actor_key"], row["actor_name"]),
        recipient=Participation(row["recipient_key"], row["recipient_name"]),
        mutual=mutual,
        type=row["type"],
        events=row["events"],
        settled=int(row["settled"]),
    )


def statement(row: Found) -> StatementRow:
    return StatementRow(
        id=row["id"],
        article=row["article"],
        title=row["title"],
        outlet=row["outlet"],
        manner=row["manner"],
        cue=Extent(row["cue_start"], row["cue_end"], row["cue"]),
        content=(row["content_start"], row["content_end"]),
        said=span(row, "said"),
    )


def reports(rows: Iterable[Found], attributed: Iterable[Found]) -> list[ReportRow]:
    said = grouped(attributed, "report")
    return [report(row, said.get(row["id"], [])) for row in rows]


def report(row: Found, attributed: Iterable[Found]) -> ReportRow:
    return ReportRow(
        article=row["article"],
        title=row["title"],
        outlet=row["outlet"],
        evidence=Extent(row["evidence_start"], row["evidence_end"], row["evidence"]),
        trigger=Extent(row["trigger_start"], row["trigger_end"], row["trigger"]),
        sources=tuple(
            SourceRow(source["key"], source["name"], source["cue"], span(source, "said")) for source in attributed
        ),
        status=row["status"],
        factuality=row["factuality"],
        first=row["first"],
        last=row["last"],
        edtf=row["edtf"],
        reported=row["reported"],
    )


def grouped(rows: Iterable[Found], column: str) -> dict[str, list[Found]]:
    groups: dict[str, list[Found]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups
