"""Who says what: source, cue and content of each attribution, as in PolNeAR."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.components import slots
from pipeline.components.attribution import clauses, lines, speech
from pipeline.components.attribution.attribution_spans import AttributionSpans
from pipeline.components.attribution.cue_times import cue_times
from pipeline.components.grammar import cues, noun_phrases, syntax
from pipeline.components.grammar.quotations import quotations
from pipeline.components.grammar.side_text import SideTextIndex, side_texts
from pipeline.components.grammar.traits import has_trait
from pipeline.components.texts import text_of
from pipeline.domain import Attribution, Entity, Extent, Manner, Source
from pipeline.merging.context import named_at

NAME = "dateline_attributions"
ID_LENGTH = 16
WEAK = frozenset({
    "adjective", "directive", "intention", "judged object", "noun", "preposition", "shown object", "told object",
})  # fmt: skip
QUOTES = ("“", "”", '"', "``", "''", "«", "»", "„")


@Language.component(NAME)
def attributions(doc: Doc) -> Doc:
    entities = named_at(slots.ENTITIES.read(doc))
    text = hashlib.sha256(text_of(doc).encode()).hexdigest()
    found = find_attributions(doc)
    when = cue_times(doc, found, slots.EXPRESSIONS.read(doc))
    told = zip(found, when, strict=True)
    slots.ATTRIBUTIONS.write(doc, [attribution(said, timex, entities, text) for said, timex in told])
    return doc


def find_attributions(doc: Doc) -> list[AttributionSpans]:
    """Every attribution of a text, in the order of their cues; by-lines, captions and notes of the outlet hold none."""
    quotes = quotations(doc)
    quoted = {i for quote in quotes for i in range(quote.first, quote.last + 1)}
    told = [said for said in clauses.clause_attributions(doc) if said.cue.root.i not in quoted]
    told = speech.with_quotations(doc, [*told, *lines.layout_attributions(doc)], quotes)
    speakers, held = speakers_by_cue(told), nesting_depths(doc, told)
    told = [with_last_speaker(said, speakers) for said in told if is_reported(said, held)]
    around = side_texts(text_of(doc)) if told else ()
    beside = SideTextIndex(each for each in around if each[2] != "comment")
    told = [said for said in told if not beside.covers(said.cue.start_char)]
    unique = {(said.cue.root.i, said.content.start, said.content.end): said for said in told}
    return sorted(unique.values(), key=lambda said: (said.cue.start, said.content.start))


def speakers_by_cue(told: Sequence[AttributionSpans]) -> list[tuple[int, Span]]:
    """Who speaks, by the token that their cue begins with, in order; the first of two that share a cue."""
    sources = {said.cue.start: said.source for said in reversed(told) if said.source is not None}
    return sorted(sources.items(), key=itemgetter(0))


def nesting_depths(doc: Doc, told: Sequence[AttributionSpans]) -> list[int]:
    """For each token, in how many things said it stands; attitudes are none."""
    steps = [0] * (len(doc) + 1)
    for said in told:
        if not is_weak(said):
            steps[said.content.start] += 1
            steps[said.content.end] -= 1
    return list(accumulate(steps))


def with_last_speaker(said: AttributionSpans, speakers: Sequence[tuple[int, Span]]) -> AttributionSpans:
    """ "..., adding that" is said by whoever speaks last before it in the sentence, where grammar names nobody."""
    cue = said.cue.root
    if said.source is not None or cue.tag_ != "VBG":
        return said
    at = bisect_left(speakers, said.cue.start, key=itemgetter(0))
    if not at or speakers[at - 1][0] < cue.sent.start:
        return said
    return replace(said, source=speakers[at - 1][1])


def is_reported(said: AttributionSpans, held: Sequence[int]) -> bool:
    """Words, or an attitude that the article itself tells of: not in somebody's words, nor as a mere possibility."""
    cue = said.cue.root
    if _is_goal(cue):
        return False
    if not is_weak(said):
        return True
    if said.source is None or not cues.can_attribute(said.source.root):
        return False
    if any(child.tag_ == "MD" for child in cue.children):
        return False
    return not held[cue.i]


def is_weak(said: AttributionSpans) -> bool:
    """An attitude, plan or judgement rather than words: "supports the plan"."""
    return said.rule in WEAK or (said.rule == "clause" and not cues.is_speech(said.cue.root))


def _is_goal(cue: Token) -> bool:
    """An infinitive that tells of no words yet ("to ask why"), but not "went on to say", "continued to call for"."""
    if not any(child.tag_ == "TO" for child in cue.children):
        return False
    return not (cue.dep_ == "xcomp" and has_trait(cue.head, "going_on"))


def attribution(said: AttributionSpans, timex: int | None, entities: Mapping[int, Entity], text: str) -> Attribution:
    """``entities`` by the characters that they are named at; ``text`` is the hash of the article."""
    cue, content = extent(said.cue), extent(said.content)
    place = f"{text} attribution {cue.start} {cue.end} {content.start} {content.end}"
    return Attribution(
        id=hashlib.sha256(place.encode()).hexdigest()[:ID_LENGTH],
        source=None if said.source is None else source(said.source, entities),
        cue=cue,
        content=content,
        manner=manner(content.text),
        timex=timex,
    )


def source(speaker: Span, entities: Mapping[int, Entity]) -> Source:
    """The speaker with the entity that the head of the phrase names; what "who" stands for, where that is no entity."""
    head = syntax.antecedent(speaker.root)
    entity = entities.get(head.idx)
    if entity is None and head != speaker.root:
        speaker = noun_phrases.phrase(head)
    return Source(speaker.start_char, speaker.end_char, speaker.text, entity.id if entity else None)


def extent(span: Span) -> Extent:
    return Extent(span.start_char, span.end_char, span.text)


def manner(content: str) -> Manner:
    """Direct if it is all quotation, mixed if some of it is."""
    if content.startswith((*QUOTES, "‘", "'")) and content.rstrip(".,").endswith((*QUOTES, "’", "'")):
        return "direct"
    return "mixed" if any(mark in content for mark in QUOTES) else "indirect"
