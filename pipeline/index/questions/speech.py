"""Sources: who is quoted how often, with what words, about whom."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.index.ask import Ask, Row, grouped
from pipeline.index.filter_model import EventFilter
from pipeline.index.questions import filters
from pipeline.index.rows import QuotedRow, StatementRow, Times

QUOTED = """
    SELECT keys.key, counted.* FROM (
        SELECT source, count(*) AS statements, count(*) FILTER (manner = 'direct') AS direct,
            count(*) FILTER (manner = 'indirect') AS indirect, count(*) FILTER (manner = 'mixed') AS mixed,
            count(DISTINCT article) AS articles
        FROM statements WHERE source IS NOT NULL AND {condition} GROUP BY source
    ) AS counted JOIN keys ON keys.number = counted.source ORDER BY statements DESC, keys.key LIMIT $limit
"""
NAMES = """
    SELECT source, name FROM statements WHERE source = ANY($numbers::INTEGER[])
    GROUP BY ALL ORDER BY count(*) DESC, name
"""
CUES = """
    SELECT source, lower(cue.text) AS name, count(*) AS times
    FROM statements WHERE source = ANY($numbers::INTEGER[]) AND {condition} GROUP BY ALL ORDER BY times DESC, name
"""
ABOUT = """
    SELECT said.source, who, min(participants.name) AS name, count(DISTINCT said.number) AS times
    FROM (SELECT * FROM statements WHERE source = ANY($numbers::INTEGER[]) AND {condition}) AS said
    JOIN sources ON sources.statement = said.number JOIN participants ON participants.event = sources.told
    GROUP BY ALL ORDER BY times DESC, name, who
"""


def quoted(ask: Ask, wanted: EventFilter, limit: int) -> list[QuotedRow]:
    condition = filters.of_statements(wanted)
    counts = ask.rows(QUOTED.format(condition=condition), limit=limit)
    numbers = [row["source"] for row in counts]
    names = grouped(ask.rows(NAMES, numbers=numbers), "source")
    cues = grouped(ask.rows(CUES.format(condition=condition), numbers=numbers), "source")
    about = grouped(ask.rows(ABOUT.format(condition=condition), numbers=numbers), "source")
    return [
        QuotedRow(
            key=row["key"],
            name=names[row["source"]][0]["name"],
            statements=row["statements"],
            direct=row["direct"],
            indirect=row["indirect"],
            mixed=row["mixed"],
            articles=row["articles"],
            cues=times(cues.get(row["source"], ())),
            about=times(about.get(row["source"], ())),
        )
        for row in counts
    ]


def times(rows: Iterable[Row]) -> tuple[Times, ...]:
    return tuple(Times(row["name"], row["times"]) for row in rows)


def statements(ask: Ask, source: str, wanted: EventFilter, limit: int) -> list[StatementRow]:
    """In the order of the texts."""
    return ask.all(
        StatementRow,
        f"""
        SELECT said.* EXCLUDE (article), articles.id AS article, articles.title, articles.outlet
        FROM (
            SELECT * FROM statements
            WHERE source IN (SELECT number FROM keys WHERE key = $source) AND {filters.of_statements(wanted)}
        ) AS said
        JOIN articles ON articles.number = said.article ORDER BY articles.id, content[1], said.id LIMIT $limit
        """,
        source=source,
        limit=limit,
    )
