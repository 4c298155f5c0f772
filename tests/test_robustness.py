"""Texts that no newspaper prints: nothing may raise, and whatever is found stands where it is said to stand."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import codec
from pipeline.analysis import read
from pipeline.analysis import reading as reading_of
from pipeline.assembly import assemble
from pipeline.components import STAGES
from pipeline.domain import Analysis, Article, Reading, article_id
from tests.growth import check_growth
from tests.store.indexed import Indexed

SENTENCE = "President Adaeze Okafor visited Lisbon on 4 March 2021 and met Rui Prado, officials said. "
NESTED = '"She said: “He told me: ‘They claimed: "We left Oslo on Monday"’”" ' * 5
NASTY = {
    "empty": "",
    "blank": " \t\r\n\u00a0\u2028 ",
    "punctuation": "?!.,;:—–-…()[]{}«»“”'\"`/\\|@#$%^&*~<>=+_ " * 40,
    "no space": "a" * 20_000,
    "no space, mixed": "Lisbon2021-03-04," * 1_500,
    "emoji": "👩‍👩‍👧‍👦 flew ✈️ to 🇫🇷 on 4 March 2021 😀. Anna 🇩🇪 met 👨🏽‍🚀 in Paris. " * 5,
    "combining": "P̷̡̛̳̞r̸̈́ȇ̵s̶̽i̴͝d̵̆e̶̍n̸̆t̴ Á́́́nna vísitéd L\u0301i\u0301sbon. " * 5,
    "right to left": "وصل الرئيس إلى القاهرة يوم الاثنين. \u202eAnna Prado visited Cairo.\u202c הנשיא ביקר בירושלים. "
    * 3,
    "zero width": "An\u200bna Pra\u200ddo vis\ufeffited Lis\u2060bon on Mon\u00adday. " * 5,
    "controls": "Anna\x00 Prado\x07 visited\x1b[31m Lisbon\x7f on\x85 4 March 2021. ",
    "newlines": "\n" * 3_000 + "Anna Prado left Lisbon.\n" + "\r\n\r\n" * 1_000,
    "one long sentence": "Anna Prado visited Lisbon and " * 400,
    "nested quotes": NESTED,
    "open quotes": "“" * 300 + "Anna Prado said she would leave Lisbon" + "(" * 300,
    "Chinese": "习近平主席于2023年3月20日访问莫斯科。" * 10,
    "Russian": "Президент посетил Владивосток 12 сентября 2023 года, сообщил ТАСС. " * 5,
    "German": "Die Ministerin reiste am 4. März 2021 nach Lissabon, sagte ein Sprecher. " * 5,
    "HTML": "<script>alert('Anna Prado visited Lisbon')</script><img src=x onerror=1>&amp;&lt;b&gt; ",
    "SQL": "'; DROP TABLE events; -- Anna Prado visited Lisbon') OR 1=1 % _ \\ ",
    "formula": '=HYPERLINK("http://x","Anna Prado visited Lisbon")\n+1+1\n@SUM(A1)\n-2-3|cmd ',
    "impossible dates": "31 February 99999, 00/00/0000, 2021-13-45, 30 Feb., year 0, 25:61 hours, in 10**99 years. ",
    "vast numbers": f"{'9' * 400} years ago Anna Prado left Lisbon; in {'1' * 60} days she returns. ",
    "edges of the calendar": "On 31 December 9999 she leaves; the day after, next year and in 9,000 years she returns. "
    "On 1 January 0001 she left; the day before and 3,000 years ago she stayed. ",
    "titles only": "Mr Mrs Dr President King Queen of the of and. ",
    "genitives": "Anna's brother's wife's uncle's " * 60 + "visit to Lisbon",
    "capitals": SENTENCE.upper() * 5,
    "bullets": "• Lisbon\n• Oslo\n- 4 March 2021\n* Anna Prado\n1. \n2.\n" * 20,
}
PIECES = st.sampled_from(
    [
        *("Anna Prado ", "the president ", "They ", "NATO ", "Lisbon ", "North Korea’s ", "who ", "a train ", "it "),
        *("visited ", "will meet ", "denied that ", "said ", "attacked ", "left ", "flew to ", "has not ", "may "),
        *("on Monday ", "4 March 2021 ", "next week ", "early August ", "since ", "31 February 99999 ", "1990s "),
        *(". ", ", ", "“", "”", '"', "'s ", "\n\n", "\u200b", "é", "—", "(", ")", "  ", "?", "😀", "and ", "of "),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(st.characters(codec="utf-8"), max_size=300))
WORDS = 1_500
TIMES = 4
GROWTH = 8
"""Linear is 4, quadratic is 16."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indexed]:
    opened = Indexed.open(f"sqlite:///{tmp_path_factory.mktemp('robust') / 'store.sqlite'}")
    yield opened
    opened.close()


def draft(text: str) -> Article:
    return Article(article_id(text), text, published=date(2021, 3, 5), published_basis="given")


def extents(value: Any) -> Iterator[dict[str, Any]]:
    """Everything in a document that says where it stands and what stands there."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for part in value.values():
            yield from extents(part)
    elif isinstance(value, list):
        for part in value:
            yield from extents(part)


def check(text: str, reading: Reading, analysis: Analysis) -> None:
    packed = codec.to_json(reading), codec.to_json(analysis)
    assert codec.reading_from_json(packed[0]) == reading
    assert codec.analysis_from_json(packed[1]) == analysis
    for document in packed:
        for extent in extents(msgspec.json.decode(document)):
            assert text[extent["start"] : extent["end"]] == extent["text"]
    for kind in ("entities", "attributions", "events", "movements"):
        ids = [each.id for each in getattr(analysis, kind)]
        assert len(ids) == len(set(ids)), kind


def keep(store: Indexed, reading: Reading, analysis: Analysis) -> None:
    article = analysis.article.id
    assert store.add(reading, analysis)
    assert store.redate(article, date(2019, 1, 1)).article.published == date(2019, 1, 1)
    assert {event.id for event in store.analysis(article).events} == {event.id for event in store.events()}
    store.remove(article)
    assert store.articles() == []


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NASTY.items()])
@pytest.mark.parametrize("repeat", [pytest.param("", id="alone"), pytest.param(SENTENCE, id="beside a sentence")])
def test_nasty_texts_are_read_stored_and_redated(nlp: Language, store: Indexed, text: str, repeat: str) -> None:
    text = repeat + text + repeat
    reading = read(text, nlp)
    analysis = assemble(draft(text), reading)
    check(text, reading, analysis)
    keep(store, reading, analysis)


@given(TEXTS)
@settings(max_examples=120, deadline=None, derandomize=True)
def test_any_text_is_read_and_stored(nlp: Language, store: Indexed, text: str) -> None:
    reading = read(text, nlp)
    analysis = assemble(draft(text), reading)
    check(text, reading, analysis)
    keep(store, reading, analysis)


@pytest.mark.parametrize(
    "varied",
    [pytest.param(False, id="the same people and places again and again"), pytest.param(True, id="ever new ones")],
)
def test_time_grows_as_the_text_does(nlp: Language, varied: bool) -> None:
    """The parser is not ours."""
    docs = {words: parsed(nlp, story(words, varied)) for words in (WORDS, TIMES * WORDS)}
    check_growth(lambda words: seconds(nlp, docs[words].copy()), WORDS, TIMES * WORDS, GROWTH)


def story(words: int, varied: bool) -> str:
    """Sentences of about fifteen words, whose names come back or do not."""
    lines = []
    for number in range(words // 15):
        name = letters(number) if varied else letters(number % 7)
        lines.append(
            f"Minister {name[::-1].title()} {name} visited {name}burg on {1 + number % 28} March 2021 and met {name}."
        )
    return "\n\n".join(" ".join(lines[at : at + 4]) for at in range(0, len(lines), 4))


def letters(number: int) -> str:
    return f"K{''.join(chr(ord('a') + int(digit)) for digit in str(number))}o".title()


def parsed(nlp: Language, text: str) -> Doc:
    with nlp.select_pipes(disable=STAGES):
        return nlp(text)


def seconds(nlp: Language, doc: Doc) -> float:
    started = time.process_time()
    for stage in STAGES:
        doc = nlp.get_pipe(stage)(doc)
    assemble(draft(doc.text), reading_of(doc))
    return time.process_time() - started
