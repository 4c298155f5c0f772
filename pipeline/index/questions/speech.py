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
FIRST_PRINTS = """
    SELECT min(number) FROM statements WHERE source IS NOT NULL AND {condition} GROUP BY source, wording
"""
QUOTED = """
    WITH best AS MATERIALIZED (
        SELECT key, counted.* FROM (
            SELECT source, count(*) AS statements, count(*) FILTER (manner = 'direct') AS direct,
                count(*) FILTER (manner = 'indirect') AS indirect, count(*) FILTER (manner = 'mixed') AS mixed
            FROM statements WHERE {first} GROUP BY source
        ) AS counted JOIN keys ON keys.number = source ORDER BY statements DESC, key LIMIT $limit
    ), shown AS MATERIALIZED (
        SELECT source, article, lower(cue.text) AS cue FROM statements
        WHERE {first} AND source IN (SELECT source FROM best)
    ), spread AS (SELECT source, count(DISTINCT article) AS articles FROM shown GROUP BY source
    ), named AS (
        SELECT source, first(name ORDER BY times DESC, name) AS name FROM (
            SELECT source, name, count(*) AS times FROM statements
            WHERE source IN (SELECT source FROM best) GROUP BY source, name
        ) GROUP BY source
    ), spoken AS (
        SELECT source, list({{name: cue, times: times}} ORDER BY times DESC, cue)[:$words] AS cues
        FROM (SELECT source, cue, count(*) AS times FROM shown GROUP BY source, cue) GROUP BY source
    ), talked AS MATERIALIZED (
        SELECT source, who, min(name) AS name, count(*) AS times FROM about
        WHERE {talking} AND source IN (SELECT source FROM best) GROUP BY source, who
    ), frequent AS (SELECT source, max(times, $words)[-1] AS least FROM talked GROUP BY source
    ), whom AS (
        SELECT source, list({{name: name, times: times}} ORDER BY times DESC, name, who)[:$words] AS about
        FROM talked JOIN frequent USING (source) WHERE times >= least GROUP BY source
    )
    SELECT best.* EXCLUDE (source), name, articles, cues, coalesce(about, []) AS about
    FROM best JOIN spread USING (source) JOIN named USING (source) JOIN spoken USING (source)
        LEFT JOIN whom USING (source)
    ORDER BY statements DESC, key
"""
"""Words, participants and numbers of articles are counted for the sources shown alone, and the most frequent listed."""


def quoted(ask: Ask, wanted: EventFilter, limit: int, words: int) -> list[QuotedRow]:
    """A statement that several articles print word for word counts once, in the first of them.

    ``words``: at most so many cues and participants a source.
    """
    prints = FIRST_PRINTS.format(condition=filters.of_statements(ask, wanted))
    asked = QUOTED.format(first=ask.among("number", prints), talking=ask.among("statement", prints))
    return ask.all(QuotedRow, asked, limit=limit, words=words)


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
