"""Which article the page shows, and where in it what is selected stands. Pure but for its questions to the store."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pages.view import data
from pages.view.address import Selection
from pages.widgets import places
from pipeline.domain import Analysis, Article, Event, Extent, Movement
from pipeline.errors import StoreError
from pipeline.index import EventFilter, Happening
from pipeline.store import ArticleRow

WORDS = re.compile(r"(\d{1,9})-(\d{1,9})")


def article_shown(articles: Sequence[ArticleRow], told_in: str | None) -> ArticleRow:
    """The article in which the selection stands, or the first."""
    return next((article for article in articles if article.id == told_in), articles[0])


def where(selected: Selection | None, wanted: EventFilter) -> str | None:
    """The id of the article in which the selection stands."""
    match selected:
        case Selection("article", article):
            return article
        case Selection("sentence" | "words", place):
            return place.partition(":")[0]
        case Selection("event", event):
            return next((report.article for report in data.reports(event)), None)
        case Selection("movement", movement):
            return next((report.article for report in data.movement_reports(movement)), None)
        case Selection("entity", entity):
            return next((mention.article for mention in data.mentions(entity, wanted)), None)
        case Selection("source", source):
            return next((said.article for said in data.statements(source, wanted)), None)
        case Selection("dyad", pair):
            return next((event.article for event in data.between(pair, wanted)), None)
        case Selection("place", place):
            rows: tuple[Happening, ...] = (*data.movements(wanted), *data.events(wanted))
            return next(iter(places.told_in(place, rows)), None)
    return None


def holds_selection(article: str, selected: Selection | None, wanted: EventFilter) -> bool:
    """Whether the selection stands in this article too, wherever else it does."""
    if selected is None or selected.kind in ("article", "sentence", "words"):
        return False
    try:
        return bool(stretches(data.analysis(article), selected, wanted))
    except StoreError:
        return False


def stretches(analysis: Analysis, selected: Selection | None, wanted: EventFilter) -> list[tuple[int, int]]:
    """The sentences, statements or mentions of the selection in this article."""
    match selected:
        case Selection("event" | "movement", told):
            return _trigger_stretches(analysis, {told})
        case Selection("dyad", pair):
            return _trigger_stretches(analysis, {event.id for event in data.between(pair, wanted)})
        case Selection("entity", key):
            return [
                (each.start, each.end) for found in analysis.entities if found.key == key for each in found.mentions
            ]
        case Selection("source", key):
            return [said.content for said in data.statements(key, wanted) if said.article == analysis.article.id]
        case Selection("place", key):
            seen = places.sightings(analysis.article.id, analysis.places, key)
            return [(each.place.start, each.place.end) for each in seen]
        case Selection("sentence", place):
            at = place.partition(":")[2]
            return [each for each in data.sentences(analysis.article.id) if str(each[0]) == at]
        case Selection("words", _):
            words = words_of(analysis.article, selected)
            return [(words.start, words.end)] if words else []
    return []


def words_of(article: Article, selected: Selection | None) -> Extent | None:
    """The words that are selected in this article, whole words without the blanks around them; None where none are, or
    the link names what is not there.
    """
    if selected is None or selected.kind != "words":
        return None
    id_, _, place = selected.id.partition(":")
    if id_ != article.id or not (match := WORDS.fullmatch(place)):
        return None
    start, end = int(match[1]), int(match[2])
    words = article.text[start:end].strip()
    if not words:
        return None
    start += article.text[start:end].find(words)
    return whole_words(article.text, start, start + len(words))


def whole_words(text: str, start: int, end: int) -> Extent:
    """With the letters that a selection cut off: "ft for North K" is "left for North Korea"."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Extent(start, end, text[start:end])


def _trigger_stretches(analysis: Analysis, wanted: Collection[str]) -> list[tuple[int, int]]:
    happenings: tuple[Event | Movement, ...] = (*analysis.events, *analysis.movements)
    reports = (report for found in happenings if found.id in wanted for report in found.reports)
    return [(report.evidence.start, report.evidence.end) for report in reports]
