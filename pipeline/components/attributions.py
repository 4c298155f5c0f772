"""Who says what: source, cue and content of each attribution, as in PolNeAR."""

from __future__ import annotations

import hashlib

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.components import clauses, cues, slots, speech
from pipeline.components.quotations import quotations
from pipeline.components.said import Said
from pipeline.domain import Attribution, Extent, Manner, Source

NAME = "dateline_attributions"
WEAK = frozenset({"adjective", "directive", "intention", "judged object", "noun", "preposition", "told object"})
QUOTES = ("“", "”", '"', "``", "''", "«", "»", "„")


@Language.component(NAME)
def attributions(doc: Doc) -> Doc:
    text = hashlib.sha256(doc.text.encode())
    slots.ATTRIBUTIONS.write(doc, [attribution(said, text.copy()) for said in find(doc)])
    return doc


def find(doc: Doc) -> list[Said]:
    """Every attribution of a text, in the order of their cues."""
    quotes = quotations(doc)
    quoted = {i for quote in quotes for i in range(quote.first, quote.last + 1)}
    told = [said for said in clauses.find(doc) if said.cue.root.i not in quoted]
    told += [*speech.by_colon(doc), *speech.of_outlets(doc)]
    told = speech.with_quotations(doc, told, quotes)
    told = [said for said in told if not is_weak(said) or stands(said, told)]
    unique = {(said.cue.root.i, said.content.start, said.content.end): said for said in told}
    return sorted(unique.values(), key=lambda said: (said.cue.start, said.content.start))


def is_weak(said: Said) -> bool:
    """An attitude, plan or judgement rather than words: "supports the plan"."""
    return said.rule in WEAK or (said.rule == "clause" and not cues.is_speech(said.cue.root))


def stands(said: Said, told: list[Said]) -> bool:
    """Whether the article itself tells of an attitude: not in somebody's words, nor as a mere possibility."""
    cue = said.cue.root
    if said.source is None or any(child.tag_ in ("MD", "TO") for child in cue.children):
        return False
    return not any(o is not said and o.content.start <= cue.i < o.content.end and not is_weak(o) for o in told)


def attribution(said: Said, text: hashlib._Hash) -> Attribution:
    cue, content = extent(said.cue), extent(said.content)
    source = said.source and extent(said.source)
    text.update(f"attribution {cue.start} {cue.end} {content.start} {content.end}".encode())
    return Attribution(
        id=text.hexdigest()[:16],
        source=Source(source.start, source.end, source.text) if source else None,
        cue=cue,
        content=content,
        manner=manner(content.text),
    )


def extent(span: Span) -> Extent:
    return Extent(span.start_char, span.end_char, span.text)


def manner(content: str) -> Manner:
    """Direct if it is all quotation, mixed if some of it is."""
    quoted = content.startswith(QUOTES) and content.rstrip(".,").endswith(QUOTES)
    if quoted:
        return "direct"
    return "mixed" if any(mark in content for mark in QUOTES) else "indirect"
