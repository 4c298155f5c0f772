"""A story as HTML: the articles that tell of one event, each to be opened, and where they disagree. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from pages.widgets.cards import status_history
from pipeline.corrections import Correction
from pipeline.domain import Movement
from pipeline.grades import Grades
from pipeline.index import Happening, MovementRow, ReportRow
from pipeline.store import ArticleRow
from pipeline.wording import palette, titles
from pipeline.wording.certainty import how_sure
from pipeline.wording.dates import long_day

if TYPE_CHECKING:
    from pipeline.linking.accounts import Account
    from pipeline.linking.stories import Conflict
    from pipeline.stories import LinkedStory

REASONS = {
    "analyst": "an analyst said so",
    "content of speech": "the same is said",
    "briefs": "both articles are briefs",
    "headlines": "the headlines are alike",
    "lead of both": "both articles begin with it",
    "lead of one": "one of two articles begins with it",
    "much alike": "the articles are much alike",
    "one affair": "the articles are of one affair",
    "parties": "the same parties",
    "recipients": "done to the same",
    "same article": "told in one article",
    "same day": "the same day",
    "same news": "news of the same days",
    "same place": "the same place",
    "same sense": "the same dictionary entry",
    "same type": "the same kind of event",
    "same word": "told by the same word",
    "sentences": "the sentences are worded alike",
    "statement": "both are statements",
    "words nearby": "the same words stand beside",
}
"""Why accounts were linked (``pipeline/linking/score.py``); what is not here is said by its own name."""
SUREST = "That it is rightly read, not that it is true. More voices do not raise it."
CAUTION = "Linked by a program that errs: read the sentences before you rely on it."


@dataclass(frozen=True, slots=True)
class CardContext:
    """What a card asks of the store: articles by id, the reports of one article's account, texts, and grades."""

    articles: Mapping[str, ArticleRow]
    reports_of: Callable[[Account], Sequence[ReportRow]]
    text_of: Callable[[str], str]
    grades: Grades


def story_card(linked: LinkedStory, row: Happening | None, known: CardContext) -> str:
    """Who tells it, of the ``row`` that stands for it."""
    voices, articles = linked.voices.independent, known.articles
    items = "".join(_voice(voice, linked, known) for voice in voices)
    told_by = f"{titles.count(len(linked.story.articles), 'article')}, {titles.count(len(voices), 'independent voice')}"
    return (
        f"<article class='dl-card dl-story' style='--mark:{palette.colour(row.type) if row else palette.NEUTRAL}'>"
        f"<p class='dl-kind'>{_kind(linked)}</p>{_head(row)}<p class='dl-count'>{told_by}{_sure(row)}</p>"
        f"<p class='dl-source'>{CAUTION}</p>"
        + "".join(_wrong(verdict, linked, articles) for verdict in linked.wrong)
        + f"<p class='dl-meta'>{escape(_course(linked))}</p>"
        + _cited(linked)
        + "".join(_conflict(conflict, articles) for conflict in linked.story.conflicts)
        + f"{_reasons(linked.story.linked_by)}<ol>{items}</ol></article>"
    )


def still_told(linked: LinkedStory, hidden: str) -> str:
    """What is told of an event when what one article tells of it is hidden; "" where no other article tells it."""
    from pipeline.linking.stories import status

    others = [account for account in linked.story.accounts if account.article != hidden]
    if not others:
        return ""
    articles = len({account.article for account in others})
    stands = titles.STATUSES[status([account.told.status for account in others])]
    return f"{titles.count(articles, 'other article tells', 'other articles tell')} it still: {stands}"


def _kind(linked: LinkedStory) -> str:
    return "Told in several articles" if len(linked.story.articles) > 1 else "Told in one article only"


def _wrong(verdict: Correction, linked: LinkedStory, articles: Mapping[str, ArticleRow]) -> str:
    """Which report an analyst marked as wrong, who, when and why, and what the others make of it."""
    told = f"“{verdict.target.trigger.text}” in {outlet_and_title(articles.get(verdict.article))}"
    why = f": {verdict.reason}" if verdict.reason else ""
    stands = f"What the other reports tell stands: {titles.STATUSES[linked.story.status]}."
    return (
        f"<p class='dl-meta dl-wrong'><b>One report was marked wrong</b> and is left out: <s>{escape(told)}</s> "
        f"({escape(verdict.author)}, {long_day(verdict.made.date())}{escape(why)}). {stands}</p>"
    )


def _head(row: Happening | None) -> str:
    """What it is, when and where, as all articles together tell it."""
    if row is None:
        return ""
    if isinstance(row, MovementRow):
        title, parts = titles.movement_title(row), [titles.movement_date(row)]
    else:
        title, parts = titles.event_title(row), [titles.event_date(row), row.place.name if row.place else ""]
    told = " · ".join(part for part in (*parts, titles.STATUSES[row.status]) if part)
    return f"<h2>{escape(title)}</h2><p class='dl-meta'>{escape(told)}</p>"


def _sure(row: Happening | None) -> str:
    """How sure it is that at least one of its reports is rightly read. More of them do not raise it: they are of one
    reader, which errs alike in like sentences.
    """
    sure = how_sure(row) if row else ""
    return f"<span title='{SUREST}'> · {sure}, as its surest report is</span>" if sure.endswith("sure") else ""


def _course(linked: LinkedStory) -> str:
    """ "Planned, reported 4 September 2023 → Occurred, reported 13 September 2023"."""
    return " → ".join(
        f"{titles.STATUSES[status]}, reported {long_day(day)}" if day else titles.STATUSES[status]
        for day, status in linked.course
    )


def _cited(linked: LinkedStory) -> str:
    """Since when and until when it is reported, and whom the reports cite."""
    voices = linked.voices
    days = list(dict.fromkeys(long_day(day) for day in (voices.first, voices.latest) if day))
    reported = f"Reported {'first ' if len(days) > 1 else ''}{', last '.join(days)}" if days else ""
    cited = f"According to {', '.join(voices.sources)}" if voices.sources else ""
    said = " · ".join(part for part in (reported, cited) if part)
    return f"<p class='dl-source'>{escape(said)}</p>" if said else ""


def _conflict(conflict: Conflict, articles: Mapping[str, ArticleRow]) -> str:
    """Each value beside those who tell it."""
    sides = "".join(
        f"<li><b>{escape(_value(conflict.field, held[0]))}</b>: "
        f"{escape('; '.join(sorted({outlet_and_title(articles.get(each.article)) for each in held})))}</li>"
        for _, held in conflict.values
    )
    return (
        f"<p class='dl-meta'>They disagree on {titles.DISPUTED[conflict.field]}:</p><ul class='dl-others'>{sides}</ul>"
    )


def _value(field: str, account: Account) -> str:
    told = account.told
    if field in ("when", "departure", "arrival"):
        return titles.span(getattr(told, field) if isinstance(told, Movement) else account.when)
    if field == "status":
        return titles.STATUSES[told.status]
    place = told.destination if isinstance(told, Movement) else told.place
    return place.name if place else ""


def _reasons(linked_by: Iterable[str]) -> str:
    listed = "".join(f"<li>{escape(REASONS.get(name, name))}</li>" for name in linked_by)
    return f"<details class='dl-why'><summary>Why these are linked</summary><ul>{listed}</ul></details>"


def _voice(voice: Sequence[str], linked: LinkedStory, known: CardContext) -> str:
    """A closed line for each voice; copies, and what is from one agency, stand inside it."""
    accounts = [account for account in linked.story.accounts if account.article in voice]
    told = "".join(
        (
            f"<p class='dl-source'>{escape(outlet_and_title(known.articles.get(account.article)))}</p>"
            if len(voice) > 1
            else ""
        )
        + f"<ol>{status_history(known.reports_of(account), account.told.status, known.text_of)}</ol>"
        for account in accounts
    )
    more = f" · and {titles.count(len(voice) - 1, 'more article')} of this voice" if len(voice) > 1 else ""
    first = known.articles.get(voice[0])
    return (
        f"<li><details><summary class='dl-said'><span class='dl-voice'>{escape(outlet_and_title(first))}</span>"
        f"<span class='dl-sure'>{escape(_published(first))}{more}</span>{_grade(accounts[0], known)}</summary>"
        f"{told}</details></li>"
    )


def _grade(account: Account, known: CardContext) -> str:
    """How far its outlet and what it reports are trusted, "B2"; what nobody graded is F6."""
    article = known.articles.get(account.article)
    triggers = (each.trigger for each in account.told.reports)
    grade = known.grades.of(article.outlet if article else None, account.article, triggers)
    return f"<span class='dl-tag' title='Grade {grade}, {escape(grade.words())}'>{grade}</span>"


def outlet_and_title(article: ArticleRow | None) -> str:
    """Outlet and title, as far as they are known."""
    parts = (article.outlet, article.title) if article else ()
    return " · ".join(part for part in parts if part) or "an untitled article"


def _published(article: ArticleRow | None) -> str:
    day = article.published if article else None
    return long_day(day) if day else "undated"
