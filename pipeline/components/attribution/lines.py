"""Attributions that the layout shows: "Name: words", "he added:" above a line, "- Name" below it, "YTN reports."."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span

from pipeline.components.attribution.said import Said, cue_of, source_of, trimmed
from pipeline.components.grammar import cues

LONGEST_NAME = 7
DASHES = frozenset({"-", "--", "—", "–", "―"})


def find(doc: Doc) -> Iterator[Said]:
    lines = paragraphs(doc)
    for k, line in enumerate(lines):
        above, below = lines[k - 1] if k else None, lines[k + 1] if k + 1 < len(lines) else None
        for said in (_after_name(line), _signed(line, above), _announced(line, below), _reported(line, above, below)):
            if said is not None:
                yield said


def paragraphs(doc: Doc) -> list[Span]:
    """Lines of the text that say anything."""
    breaks = [-1, *(token.i for token in doc if token.is_space and "\n" in token.text), len(doc)]
    lines = [doc[a + 1 : b] for a, b in pairwise(breaks)]
    return [line for line in lines if line.text.strip()]


def _after_name(line: Span) -> Said | None:
    """A speaker's name, a colon and what he says, from the start of a line to its end."""
    doc, start, end = line.doc, line.start, line.end
    while start < end and (doc[start].is_space or doc[start].is_quote):
        start += 1
    colon = next((token.i for token in doc[start : min(end, start + LONGEST_NAME)] if token.text == ":"), start)
    name, content = trimmed(doc, start, colon), trimmed(doc, colon + 1, end)
    if name is None or content is None or len(content) < 3 or not _names_speaker(name):
        return None
    return Said(name, doc[colon : colon + 1], content, "colon")


def _names_speaker(name: Span) -> bool:
    if any(token.lower_ in cues.nouns().headings for token in name) or not name[0].text[:1].isupper():
        return False
    if any(token.pos_ in ("VERB", "AUX", "ADP", "ADV") for token in name):
        return False
    return name.text.isupper() or any(cues.can_speak(token) or cues.is_evidence(token) for token in name)


def _signed(line: Span, above: Span | None) -> Said | None:
    """A quotation with a dash and a name behind it, on its line or on the next."""
    doc = line.doc
    dash = next((token for token in reversed(line) if token.text in DASHES), None)
    if dash is None:
        return None
    name, quoted = trimmed(doc, dash.i + 1, line.end), trimmed(doc, line.start, dash.i) or above
    if name is None or quoted is None or len(name) > LONGEST_NAME or not quoted[0].is_quote:
        return None
    last = next((token for token in reversed(quoted) if not token.is_space), quoted[-1])
    if not last.is_quote or name[0].ent_type_ not in ("PERSON", "ORG"):
        return None
    return Said(name, doc[dash.i : dash.i + 1], quoted, "signed")


def _announced(line: Span, below: Span | None) -> Said | None:
    """ "The minister added:" and, on the next line, what he added."""
    words = trimmed(line.doc, line.start, line.end)
    if words is None or below is None or not line.text.rstrip().endswith(":"):
        return None
    verb = words.root
    content = trimmed(below.doc, below.start, below.end)
    if not cues.is_speech(verb) or content is None:
        return None
    return Said(source_of(verb), cue_of(verb), content, "announced")


def _reported(line: Span, above: Span | None, below: Span | None) -> Said | None:
    """A line that only says who reports ("YTN reports."): of the quotation below it, or of the line above."""
    words = trimmed(line.doc, line.start, line.end)
    if words is None or line.text.rstrip().endswith(":") or not _only_reports(words):
        return None
    told = below if below is not None and below[0].is_quote else above
    content = trimmed(told.doc, told.start, told.end) if told is not None else None
    source = trimmed(words.doc, words.start, words.end - 1)
    return Said(source, words[-1:], content, "outlet") if content is not None else None


def _only_reports(words: Span) -> bool:
    verb = words[-1]
    if verb.pos_ != "VERB" or not cues.is_speech(verb) or len(words) == 1:
        return False
    return not any(token.pos_ in ("VERB", "AUX", "PUNCT") for token in words[:-1])
