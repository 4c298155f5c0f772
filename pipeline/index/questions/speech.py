"""Sources: who is quoted how often, with what words, about whom."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.index.ask import Ask
from pipeline.index.filter_model import EventFilter
from pipeline.index.questions import filters
from pipeline.index.speech_rows import QuotedRow, StatementRow

NAMES = """
    SELECT source, name FROM statements WHERE source = ANY($numbers::INTEGER[])
    GROUP BY ALL ORDER BY count(*) DESC, name
"""
QUOTED = """
    WITH printed AS MATERIALIZED (
        SELECT number, source, manner, article, wording, lower(cue.text) AS cue
        FROM statements WHERE source IS NOT NULL AND {condition}
    ), picked AS MATERIALIZED (
        SELECT * FROM printed WHERE number IN (SELECT min(number) FROM printed GROUP BY source, wording)
    ), counted AS (
        SELECT source, count(*) AS statements, count(*) FILTER (manner = 'direct') AS direct,
            count(*) FILTER (manner = 'indirect') AS indirect, count(*) FILTER (manner = 'mixed') AS mixed
        FROM picked GROUP BY source
    ), best AS (
        SELECT key, counted.* FROM counted JOIN keys ON keys.number = source ORDER BY statements DESC, key LIMIT $limit
    ), shown AS MATERIALIZED (SELECT * FROM picked WHERE source IN (SELECT source FROM best)
    ), spread AS (SELECT source, count(DISTINCT article) AS articles FROM shown GROUP BY source
    ), named AS (
        SELECT source, first(name ORDER BY times DESC, name) AS name FROM (
            SELECT source, name, count(*) AS times FROM statements
            WHERE source IN (SELECT source FROM best) GROUP BY source, name
        ) GROUP BY source
    ), spoken AS (
        SELECT source, list({{name: cue, times: times}} ORDER BY times DESC, cue) AS cues
        FROM (SELECT source, cue, count(*) AS times FROM shown GROUP BY source, cue) GROUP BY source
    ), talked AS (
        SELECT source, list({{name: name, times: times}} ORDER BY times DESC, name, who) AS about FROM (
            SELECT shown.source, who, min(participants.name) AS name, count(DISTINCT shown.number) AS times
            FROM shown JOIN sources ON sources.statement = shown.number
                JOIN participants ON participants.event = sources.told
            GROUP BY shown.source, who
        ) GROUP BY source
    )
    SELECT best.* EXCLUDE (source), name, articles, cues, coalesce(about, []) AS about
    FROM best JOIN spread USING (source) JOIN named USING (source) JOIN spoken USING (source)
        LEFT JOIN talked USING (source)
    ORDER BY statements DESC, key
"""
"""Words, participants and numbers of articles are counted for the sources shown alone."""


def quoted(ask: Ask, wanted: EventFilter, limit: int) -> list[QuotedRow]:
    """A statement that several articles print word for word counts once, in the first of them."""
    return ask.all(QuotedRow, QUOTED.format(condition=filters.of_statements(ask, wanted)), limit=limit)


def heard_elsewhere(ask: Ask, keys: Collection[str], articles: Collection[str]) -> frozenset[str]:
    """Which sources say something in other articles than these."""
    found = ask.column(
        """
        SELECT DISTINCT key FROM statements JOIN keys ON keys.number = source
            JOIN articles ON articles.number = statements.article
        WHERE key = ANY($keys::TEXT[]) AND NOT articles.id = ANY($articles::TEXT[])
        """,
        keys=sorted(keys),
        articles=sorted(articles),
    )
    return frozenset(found)


def statements(ask: Ask, source: str, wanted: EventFilter, limit: int) -> list[StatementRow]:
    """In the order of the texts, each once, with the number of articles that print it."""
    return ask.all(
        StatementRow,
        f"""
        SELECT said.* EXCLUDE (article), articles.id AS article, articles.title, articles.outlet
        FROM (
            SELECT * EXCLUDE (wording), count(DISTINCT article) OVER (PARTITION BY wording) AS printed FROM statements
            WHERE source IN (SELECT number FROM keys WHERE key = $source) AND {filters.of_statements(ask, wanted)}
            QUALIFY number = min(number) OVER (PARTITION BY wording)
        ) AS said
        JOIN articles ON articles.number = said.article ORDER BY articles.id, content[1], said.id LIMIT $limit
        """,
        source=source,
        limit=limit,
    )
