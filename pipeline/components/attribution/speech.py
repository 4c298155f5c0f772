"""Attributions of quotations, by what stands next to them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.lang.en.syntax_iterators import noun_chunks
from spacy.tokens import Doc, Span, Token

from pipeline.components.attribution.attribution_spans import AttributionSpans, cue_of, source_of
from pipeline.components.grammar import cues, labels, syntax
from pipeline.components.grammar.quotations import Quotation

QUOTING = frozenset({"clause", "quotation"})
REACH = 25
GAP = 30
ENDS_BEFORE_SPEAKER = frozenset({",", "?", "!", "…", "...", "—"})
INTRODUCES = frozenset({",", ":", "that"})
STOPS = frozenset({".", "!", "?"})
NARRATING = frozenset({"VBD", "VBZ"})
PLACES = frozenset({"FAC", "GPE", "LOC"})
PARTICLES = frozenset({"back", "in", "on", "out", "up"})
WITHIN_PHRASE = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})


def with_quotations(doc: Doc, told: Sequence[AttributionSpans], quotes: Sequence[Quotation]) -> list[AttributionSpans]:
    """Contents widened to the quotations they share, and quotations of their own added."""
    inside = {i: quote for quote in quotes for i in range(quote.first, quote.last + 1)}
    behind = {quote.last + 1 for quote in quotes}
    known = AttributionIndex(with_speaker(widen_to_quotation(said, inside), behind) for said in told)
    ahead = deque(sorted((said.content.start, said.content.end) for said in known.found))
    covered = 0
    for quote in quotes:
        while ahead and ahead[0][0] <= quote.first:
            covered = max(covered, ahead.popleft()[1])
        if quote.last < covered:
            continue
        cue = cue_after(doc, quote, inside) or cue_before(doc, quote, inside)
        k = known.by_cue.get(cue.i) if cue is not None else continued_attribution(doc, quote, known)
        content = doc[quote.first : quote.last + 1]
        if k is not None and is_far(content, known.found[k]):
            known.add(replace(known.found[k], content=content, rule="quotation"))
        elif k is not None:
            content = union(known.found[k].content, content)
            known.replace(k, replace(known.found[k], content=content, rule="quotation"))
        elif cue is not None:
            speaker = speaker_behind(cue) if cue.dep_ == "conj" and cue.i in behind else source_of(cue)
            known.add(AttributionSpans(speaker or nearby_source(cue), cue_of(cue), content, "quotation"))
        if k is not None or cue is not None:
            covered = max(covered, content.end)
    return known.found


class AttributionIndex:
    """The attributions found so far: by the token of their cue, and by the token behind which they end."""

    def __init__(self, found: Iterable[AttributionSpans]) -> None:
        self.found: list[AttributionSpans] = []
        self.by_cue: dict[int, int] = {}
        self._by_end: dict[int, list[int]] = defaultdict(list)
        for said in found:
            self.add(said)

    def add(self, said: AttributionSpans) -> None:
        self.by_cue.setdefault(said.cue.root.i, len(self.found))
        self._by_end[end_of(said)].append(len(self.found))
        self.found.append(said)

    def replace(self, k: int, said: AttributionSpans) -> None:
        """Replace one by the same with more content."""
        self.found[k] = said
        self._by_end[end_of(said)].append(k)

    def ending_before(self, token: int) -> list[int]:
        """Those that end right before a token or a little further off, in their order."""
        ends = range(token - GAP, token + 1)
        return sorted({k for end in ends for k in self._by_end.get(end, ()) if end_of(self.found[k]) == end})


def with_speaker(said: AttributionSpans, behind: set[int]) -> AttributionSpans:
    """The speaker that stands right after a verb right behind a quotation: "...," quipped | Mary Odhiambo."""
    if said.source is not None or said.cue.start not in behind:
        return said
    return replace(said, source=speaker_behind(said.cue.root))


def is_far(quotation: Span, said: AttributionSpans) -> bool:
    """Whether a long description of the speaker stands between two quotations: each is a content of its own then."""
    between = quotation.start_char - said.content.end_char
    return between > len(quotation.text) + len(said.content.text)


def union(a: Span, b: Span) -> Span:
    return a.doc[min(a.start, b.start) : max(a.end, b.end)]


def widen_to_quotation(said: AttributionSpans, inside: dict[int, Quotation]) -> AttributionSpans:
    """A content that breaks into a quotation has all of it, unless the cue is quoted with it."""
    content = said.content
    quoted = inside.get(said.cue.root.i)
    for i in (content.start, content.end - 1):
        quote = inside.get(i)
        if quote is not None and quote is not quoted:
            content = union(content, content.doc[quote.first : quote.last + 1])
    return replace(said, content=_without_narration(content, said.cue.root, inside))


def _without_narration(content: Span, cue: Token, inside: dict[int, Quotation]) -> Span:
    """ "He loves us," she said, and the balloons dropped: what the speaker did not say is no content."""
    quote = inside.get(content.start)
    if quote is None or not quote.last < cue.i < content.end or any(i in inside for i in range(cue.i, content.end)):
        return content
    return content.doc[quote.first : quote.last + 1]


def cue_after(doc: Doc, quote: Quotation, inside: dict[int, Quotation]) -> Token | None:
    """ "...," said the mayor."""
    follows = doc[quote.last + 1].text if quote.last + 1 < len(doc) else ""
    last = doc[quote.last - 1].text
    if last not in ENDS_BEFORE_SPEAKER and follows != "," and not (last == "." and follows[:1].islower()):
        return None
    following = doc[quote.last + 1 : quote.last + REACH]
    return _first_speech(following, inside) or _any_verb(doc, quote, following)


def _any_verb(doc: Doc, quote: Quotation, following: Span) -> Token | None:
    """Whatever the verb behind a quoted sentence, its subject speaks: "...," shrugged the mayor; "...," she teased."""
    if not _opens_sentence(doc, quote.first) or not any(
        token.pos_ in labels.VERBAL for token in doc[quote.first : quote.last]
    ):
        return None
    verb = next((t for t in following if t.pos_ in labels.VERBAL or t.is_quote or t.text in STOPS), None)
    if verb is None or verb.tag_ not in NARRATING:
        return None
    if verb.i == following.start:
        return verb if speaker_behind(verb) is not None else None
    subjects = (child for child in verb.lefts if child.dep_ == "nsubj" and child.left_edge.i == following.start)
    return verb if any(_is_speaker(subject) for subject in subjects) else None


def cue_before(doc: Doc, quote: Quotation, inside: dict[int, Quotation]) -> Token | None:
    """The mayor said: "..." """
    i = quote.first - 1
    while i >= 0 and doc[i].is_space:
        i -= 1
    if i < 0 or not (doc[i].text in INTRODUCES or doc[i].pos_ == "VERB"):
        return None
    return _first_speech(list(reversed(doc[max(0, i - REACH) : i + 1])), inside)


def _first_speech(tokens: Iterable[Token], inside: dict[int, Quotation]) -> Token | None:
    """The first verb of saying on the way, within the sentence and outside of quotations."""
    for token in tokens:
        if token.i in inside or token.text in STOPS or "\n" in token.text:
            return None
        if token.pos_ in labels.VERBAL and (cues.is_speech(token) or _is_gesture(token)):
            return _saying(token) or token
    return None


def _is_gesture(verb: Token) -> bool:
    """ "The mayor sighed: ...": a verb that quotes, with somebody who can."""
    return cues.quotes(verb) and any(map(_is_speaker, syntax.subjects(verb)))


def _saying(verb: Token) -> Token | None:
    """The cue of "the daily quoted the minister as saying"."""
    return next((c for as_ in verb.children if as_.lower_ == "as" for c in as_.children if c.dep_ == "pcomp"), None)


def speaker_behind(cue: Token) -> Span | None:
    """The name or noun phrase of somebody who can speak, right after the cue, however the parse hangs it."""
    doc, start = cue.doc, cue.i + 1
    particle = start + 1 < len(doc) and doc[start].lower_ in PARTICLES
    start += particle
    if start >= len(doc):
        return None
    head = doc[start]
    while head.dep_ in WITHIN_PHRASE and head.head.i > head.i:
        head = head.head
    named = _is_speaker(head) and not (particle and head.ent_type_ in PLACES)
    return doc[start : head.i + 1] if named else None


def _is_speaker(noun: Token) -> bool:
    return noun.pos_ == "PRON" or (noun.pos_ in labels.NOMINAL and cues.can_speak(noun))


def nearby_source(cue: Token) -> Span | None:
    """The noun phrase right after "said" or right before it, where the parse gives no subject."""
    if (speaker := speaker_behind(cue)) is not None:
        return speaker
    chunks = ((start, end) for start, end, _ in noun_chunks(cue.sent))
    near = ((start, end) for start, end in chunks if 0 < start - cue.i <= 2 or 0 < cue.i - end + 1 <= 2)
    return next((cue.doc[start:end] for start, end in near), None)


def continued_attribution(doc: Doc, quote: Quotation, known: AttributionIndex) -> int | None:
    """The attribution whose quotation this one goes on with, in the same paragraph."""
    if not _opens_sentence(doc, quote.first):
        return None
    found = known.found
    before = (k for k in known.ending_before(quote.first) if found[k].rule in QUOTING)
    near = (k for k in before if _runs_on(doc[end_of(found[k]) : quote.first]))
    return max(near, key=lambda k: found[k].cue.start, default=None)


def _opens_sentence(doc: Doc, start: int) -> bool:
    previous = next((token for token in reversed(doc[max(0, start - 3) : start]) if not token.is_space), None)
    return previous is None or previous.is_punct


def end_of(said: AttributionSpans) -> int:
    return max(said.content.end, said.cue.end)


def _runs_on(gap: Span) -> bool:
    """Whether no paragraph and at most one sentence ends between a speaker and the next quotation."""
    return "\n" not in gap.text and sum(token.text in STOPS for token in gap) <= 1
