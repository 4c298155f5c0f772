"""Attributions that grammar shows: a reporting word and the clause or phrase it governs."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.components.attribution import phrases
from pipeline.components.attribution.attribution_spans import AttributionSpans, clause_without, cue_of, source_of
from pipeline.components.attribution.contents import cited_speaker, clause, contents, reporting_preposition
from pipeline.components.grammar import labels, noun_phrases
from pipeline.components.grammar.traits import has_trait

NOT_A_VERB = frozenset({"aux", "auxpass", "amod", "compound"})


def clause_attributions(doc: Doc) -> Iterator[AttributionSpans]:
    for token in doc:
        if token.pos_ in labels.VERBAL and token.dep_ not in NOT_A_VERB:
            yield from of_verb(token)
        elif token.pos_ in labels.NOMINAL:
            yield from phrases.of_noun(token)
        elif token.pos_ == "ADJ":
            yield from phrases.of_adjective(token)
        if token.lower_ == "according":
            yield from phrases.according(token)


def of_verb(verb: Token) -> Iterator[AttributionSpans]:
    cited = (_cited_source if verb.tag_ == "VBG" else _quoting_agency)(verb) if has_trait(verb, "citing") else []
    if cited:
        yield from cited
        return
    for rule, content in contents(verb):
        if content is not None:
            preposition = reporting_preposition(verb) if rule == "preposition" else None
            yield AttributionSpans(source_of(verb), cue_of(verb, preposition), content, rule)
            return


def _cited_source(verb: Token) -> list[AttributionSpans]:
    """ "The Times reported, citing officials, that ...": the officials say it too."""
    speaker = cited_speaker(verb)
    told = clause(verb.head) or clause_without(verb.head, verb)
    if speaker is None or told is None:
        return []
    return [AttributionSpans(noun_phrases.phrase(speaker), cue_of(verb), told, "citing")]


def _quoting_agency(verb: Token) -> list[AttributionSpans]:
    """ "Interfax quoted the mayor as saying ...": the agency says it too."""
    saying = next((c for as_ in verb.children if as_.lower_ == "as" for c in as_.children if c.dep_ == "pcomp"), None)
    own = clause(saying) if saying is not None else None
    told = own or clause(verb)
    if saying is None or told is None:
        return []
    outlet = AttributionSpans(source_of(verb), cue_of(verb), told, "citing")
    if own is not None:
        return [outlet]
    return [outlet, AttributionSpans(source_of(saying), cue_of(saying), told, "clause")]
