"""When something was said: by the time expression that hangs on the cue, or by one that frames the sentences before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from pipeline.components.attribution.attribution_spans import AttributionSpans
from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.when import UNDATED
from pipeline.domain import TimeExpression
from pipeline.lexicons.function_words import SEQUENCE_ADVERBS, TIME_BOUNDS

Dated = tuple[TimeExpression, Token]
"""A date and the head of its words."""

BOUNDS = TIME_BOUNDS | {"for"}
"""Prepositions of what is not the day of the saying: "its report for 2020"."""
MODIFIERS = frozenset({"advmod", "amod", "appos", "compound", "nmod", "npadvmod", "nummod", "pobj", "prep"})
GOES_ON = frozenset({"acl", "advcl", "conj", "dobj", "pcomp", "prep", "xcomp"})


def cue_times(doc: Doc, told: Sequence[AttributionSpans], expressions: Sequence[TimeExpression]) -> list[int | None]:
    """For each attribution, in the order of the text, the start of the expression that dates its cue, or None.

    A date before the verb frames what follows (Charolles's framing adverbials): "On Monday, police said ... The
    mayor denied ..." tells of one day. The frame ends with the paragraph, with another date, and with a word like
    "earlier".
    """
    by_sentence: dict[int, list[Dated]] = {}
    for each in filter(_dates, expressions):
        by_sentence.setdefault(each.sentence, []).append((each, _head(doc, each)))
    found: list[int | None] = []
    frame: tuple[int, Span] | None = None
    for said in told:
        sentence = said.cue.root.sent
        dated = by_sentence.get(sentence.start_char, [])
        own = _date_of_cue(said, dated)
        if own is not None:
            frame = (own, sentence) if _frames(own, said) else None
        elif frame and _continues_frame(doc, frame[1], sentence) and _in_frame(said, dated):
            own, frame = frame[0], (frame[0], sentence)
        found.append(own)
    return found


def _dates(expression: TimeExpression) -> bool:
    return expression.type in labels.TIMES and expression.value not in UNDATED


def _head(doc: Doc, expression: TimeExpression) -> Token:
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def _date_of_cue(said: AttributionSpans, dated: Sequence[Dated]) -> int | None:
    """The nearest date that hangs on the cue or on the clause that it goes on."""
    carriers = [word.i for word in _governing_verbs(said.cue.root)]
    ranked = [
        (carriers.index(anchor.i), abs(head.i - said.cue.root.i), each.start)
        for each, head in dated
        if not _is_within(each, said) and (anchor := _anchor(head)) is not None and anchor.i in carriers
    ]
    return min(ranked)[2] if ranked else None


def _is_within(expression: TimeExpression, said: AttributionSpans) -> bool:
    """Whether a date belongs to what is said, or to who says it."""
    spans = (said.content, *((said.source,) if said.source is not None else ()))
    return any(span.start_char <= expression.start < span.end_char for span in spans)


def _governing_verbs(cue: Token) -> Iterator[Token]:
    """The cue and the verbs whose clause it goes on: "reported on Monday, citing", "issued a statement saying"."""
    yield cue
    word = cue
    while word.dep_ in GOES_ON and not any(child.dep_ in syntax.SUBJECTS for child in word.children):
        word = word.head
        yield word


def _anchor(word: Token) -> Token | None:
    """The verb that a date hangs on, through "on", "at the summit on", "in a statement on"; None after a bound."""
    while word.pos_ not in labels.VERBAL:
        if word.lower_ in BOUNDS or word.dep_ not in MODIFIERS:
            return None
        word = word.head
    return word


def _frames(date: int, said: AttributionSpans) -> bool:
    """Whether a date stands in front of all that its sentence tells: not "met in May and told them"."""
    cue = said.cue.root
    return date < said.cue.start_char and not any(word.pos_ == "VERB" for word in cue.sent if word.idx < date)


def _continues_frame(doc: Doc, framed: Span, sentence: Span) -> bool:
    """Whether a sentence is the framed one, or the next of the same paragraph."""
    if sentence.start == framed.start:
        return True
    return sentence.start == framed.end and "\n" not in doc[framed.start : sentence.start].text_with_ws


def _in_frame(said: AttributionSpans, dated: Sequence[Dated]) -> bool:
    """Told in the simple past, in a sentence that neither names another day nor moves on in time."""
    cue = said.cue.root
    if cue.tag_ != "VBD" or any(word.lower_ in SEQUENCE_ADVERBS for word in cue.sent):
        return False
    return all(_is_within(each, said) for each, _ in dated)
