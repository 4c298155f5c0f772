"""People who are called by their nation alone: "the Kenyan", "an Argentine"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Token

from pipeline.components.coreference.candidates import NATIONAL, Candidate, Cluster, Determiner, Role
from pipeline.components.coreference.memory import Memory, joinable
from pipeline.components.coreference.pronouns import excluded
from pipeline.components.coreference.salience import REACH, most_salient
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import known_names, labels
from pipeline.gazetteer import countries

CLEARLY = 1.5
ARTICLES: dict[str, Determiner] = {"the": "definite", "a": "indefinite", "an": "indefinite", "another": "indefinite"}
PEOPLES = ("ese", "ish", "iss", "nch", "tch")
"""Ends of nationalities that name a whole people: "the French", "the Chinese"."""


def find_nationals(text: Text) -> Iterator[Candidate]:
    """The single people whom a nationality with an article names."""
    for token in text.tokens:
        if is_national(token):
            code = known_names.country_of(token.text)
            yield Candidate(
                token.i - 1,
                token.i + 1,
                token,
                "nominal",
                "person",
                (token.lower_,),
                "one",
                determiner=ARTICLES[text.words[token.i - 1].lower()],
                role=Role(NATIONAL, frozenset({code} if code else ())),
                sentence=text.sentences[token.i],
                text=text.substring(token.i - 1, token.i + 1),
            )


def is_national(word: Token) -> bool:
    """Whether a word is a nationality that only an article stands before, and that qualifies nothing."""
    if not word.is_title or word.tag_ not in labels.SINGULAR or word.lower_.endswith(PEOPLES) or word.i == 0:
        return False
    alone = word.dep_ not in labels.PREMODIFIERS and word.nbor(-1).lower_ in ARTICLES
    return alone and countries.of_demonym(word.text) is not None and countries.of_name(word.text) is None


def by_nation(phrase: Candidate, memory: Memory) -> Cluster | None:
    """The most salient person who is of that nation, or else clearly the one of whom no nation is known."""
    if phrase.role is None or phrase.role.noun != NATIONAL or phrase.determiner != "definite":
        return None
    near = takewhile(lambda one: phrase.sentence - one.sentence <= REACH, reversed(memory.sorts["person"]))
    possible = [one for one in near if joinable(phrase, one.cluster) and not excluded(phrase, one)][::-1]
    own = [one for one in possible if one.cluster.nation() in phrase.role.countries()]
    return most_salient(phrase, own or of_unknown_nation(possible), 1.0 if own else CLEARLY)


def of_unknown_nation(possible: Sequence[Candidate]) -> list[Candidate]:
    return [one for one in possible if one.cluster.nation() is None]
