"""Attributions that the layout shows: "Name: words", "he added:" or "Statement by Name:" above, "- Name" below."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from pipeline.components.attribution.attribution_spans import AttributionSpans, cue_of, source_of, trim_edges
from pipeline.components.grammar import cues, labels, noun_phrases
from pipeline.components.grammar.datelines import datelines
from pipeline.components.texts import text_of

LONGEST_NAME = 7
LONGEST_HEADING = 12
LONGEST_SIGNATURE = 12
DASHES = "-—–―"
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
WITHIN_PHRASE = frozenset({"amod", "compound"})
NAMED = frozenset({"ORG", "PERSON"})


def layout_attributions(doc: Doc) -> Iterator[AttributionSpans]:
    lines = paragraphs(doc)
    begun = frozenset(end for _, end in datelines(text_of(doc)))
    for k, line in enumerate(lines):
        above, below = lines[k - 1] if k else None, lines[k + 1] if k + 1 < len(lines) else None
        for said in (
            _after_name(line, begun),
            _signed_quotation(line, above),
            _announced_line(line, below),
            _reporting_line(line, above, below),
        ):
            if said is not None:
                yield said


def paragraphs(doc: Doc) -> list[Span]:
    """Lines of the text that say anything."""
    breaks = [-1, *(token.i for token in doc if token.is_space and "\n" in token.text), len(doc)]
    lines = [doc[a + 1 : b] for a, b in pairwise(breaks)]
    return [line for line in lines if line.text.strip()]


def _after_name(line: Span, begun: Collection[int]) -> AttributionSpans | None:
    """A speaker's name, a colon and what he says, from the start of a line to its end; "ANSWER:" names nobody.

    "Nakuru:" is no speaker in front of what has been filed from there.
    """
    doc, start, end = line.doc, line.start, line.end
    while start < end and (doc[start].is_space or doc[start].is_quote):
        start += 1
    colon = next((token.i for token in doc[start : min(end, start + LONGEST_HEADING)] if token.text == ":"), start)
    name, content = trim_edges(doc, start, colon), trim_edges(doc, colon + 1, end)
    if name is None or content is None or len(content) < 3 or content[0].idx in begun:
        return None
    if len(name) == 1 and name.text.lower() in cues.sources().labels:
        return AttributionSpans(None, name, content, "colon")
    speaker = name if len(name) < LONGEST_NAME and _names_speaker(name) else None
    speaker = speaker or (speaker_of_heading(name) if content[0].is_quote else None)
    return AttributionSpans(speaker, doc[colon : colon + 1], content, "colon") if speaker is not None else None


def _names_speaker(name: Span) -> bool:
    if any(token.lower_ in cues.sources().headings for token in name) or not name[0].text[:1].isupper():
        return False
    if any(token.pos_ in ("VERB", "AUX", "ADP", "ADV") for token in name):
        return False
    return name.text.isupper() or any(cues.can_speak(token) or cues.is_evidence(token) for token in name)


def speaker_of_heading(heading: Span) -> Span | None:
    """Whose words a heading without a verb announces: "Statement by | Minister Odeh", "And from | Lena Voss"."""
    if any(token.tag_ in FINITE for token in heading):
        return None
    heads = [t for t in heading if t.pos_ in labels.NOMINAL and t.dep_ not in WITHIN_PHRASE and cues.can_speak(t)]
    by = [t for t in heads if t.dep_ == "pobj" and t.head.lower_ in ("by", "from")]
    own = [t for t in heads if t.dep_ != "pobj"]
    head = next(iter(by or own), None)
    return noun_phrases.phrase(head) if head is not None else None


def _signed_quotation(line: Span, above: Span | None) -> AttributionSpans | None:
    """A quotation with a dash and a name behind it, on its line or on the next."""
    doc = line.doc
    dash = next((token for token in reversed(line) if token.text[0] in DASHES and _ends_quotation(token)), None)
    if dash is None:
        return None
    glued = len(dash.text.strip("-")) > 0 and dash.i + 1 == line.end
    name = trim_edges(doc, dash.i + (not glued), line.end)
    quoted = trim_edges(doc, line.start, dash.i) or above
    if name is None or quoted is None or not any(token.is_quote for token in quoted) or not _is_signature(name):
        return None
    opening = next(token.i for token in quoted if token.is_quote)
    return AttributionSpans(name, doc[dash.i : dash.i + 1], doc[opening : quoted.end], "signed")


def _ends_quotation(dash: Token) -> bool:
    """Whether a dash stands behind a closing quotation mark, on the same line or at the start of the next."""
    before = next((token for token in reversed(dash.doc[max(0, dash.i - 3) : dash.i]) if not token.is_space), None)
    return before is not None and before.is_quote


def _is_signature(name: Span) -> bool:
    """A name with title, office and place, but no sentence: "Commissioner Hana Sato", "Luis Paz, teacher, Quito"."""
    if len(name) > LONGEST_SIGNATURE or not name[0].text.lstrip("-")[:1].isupper():
        return False
    return not any(token.tag_ in FINITE for token in name) and any(token.ent_type_ in NAMED for token in name)


def _announced_line(line: Span, below: Span | None) -> AttributionSpans | None:
    """ "The minister added:" and, on the next line, what he added."""
    words = trim_edges(line.doc, line.start, line.end)
    content = trim_edges(below.doc, below.start, below.end) if below is not None else None
    if words is None or content is None or not line.text.rstrip().endswith(":"):
        return None
    verb = words.root
    if cues.is_speech(verb):
        return AttributionSpans(source_of(verb), cue_of(verb), content, "announced")
    speaker = speaker_of_heading(words) if content[0].is_quote else None
    return (
        AttributionSpans(speaker, line.doc[words.end : words.end + 1], content, "announced")
        if speaker is not None
        else None
    )


def _reporting_line(line: Span, above: Span | None, below: Span | None) -> AttributionSpans | None:
    """A line that only says who reports ("YTN reports."): of the quotation below it, or of the line above."""
    words = trim_edges(line.doc, line.start, line.end)
    if words is None or line.text.rstrip().endswith(":") or not _only_reports(words):
        return None
    told = below if below is not None and below[0].is_quote else above
    content = trim_edges(told.doc, told.start, told.end) if told is not None else None
    source = trim_edges(words.doc, words.start, words.end - 1)
    return AttributionSpans(source, words[-1:], content, "outlet") if content is not None else None


def _only_reports(words: Span) -> bool:
    verb = words[-1]
    if verb.pos_ != "VERB" or not cues.is_speech(verb) or len(words) == 1:
        return False
    return not any(token.pos_ in ("VERB", "AUX", "PUNCT") for token in words[:-1])
