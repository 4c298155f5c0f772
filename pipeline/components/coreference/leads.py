"""Whom the lead leaves unnamed and the text names next: "A Tulsa woman was charged. Sarah Denton, 34, worked ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from pipeline.components.coreference.candidates import Candidate
from pipeline.components.coreference.same_name import are_two
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import cues, labels, vocabulary

LEAD = 3
"""Sentences of headline and lead in which somebody may be told of without a name."""
NEXT = 2
"""Sentences behind it in which the name follows."""


def join(text: Text, candidates: Sequence[Candidate]) -> None:
    """Join the one person of the lead who has no name to the first who is named, in a sentence of their own."""
    unnamed = list(takewhile(lambda one: not is_person_name(one), people(candidates)))
    clusters = {id(one.cluster) for one in unnamed if is_new(one)}
    name = next(filter(is_person_name, people(candidates)), None)
    if len(clusters) != 1 or name is None:
        return
    lead = next(one for one in unnamed if is_new(one))
    follows = lead.sentence < name.sentence <= unnamed[-1].sentence + NEXT and lead.sentence < LEAD
    alike = lead.cluster.agrees(name.cluster) and not are_two(lead.cluster, name.cluster)
    if follows and alike and is_introduced(text, name):
        lead.cluster.absorb(name.cluster)


def people(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    return (one for one in candidates if one.form != "pronoun" and one.cluster.kind == "person")


def is_person_name(one: Candidate) -> bool:
    return one.form == "name"


def is_new(one: Candidate) -> bool:
    """Whether somebody is told of as a single subject with an indefinite article: "A man was held"."""
    return one.determiner == "indefinite" and one.number == "one" and one.head.dep_ in labels.SUBJECTS


def is_introduced(text: Text, name: Candidate) -> bool:
    """Whether a full name without an office is told with an age, or is the subject of another verb than of speech."""
    if len(name.words) < 2 or is_office_holder(name):
        return False
    age = text.words[name.last : name.last + 1] == (",",) and text.tokens[name.last + 1].like_num
    return age or (name.head.dep_ in labels.SUBJECTS and not cues.is_speech(name.head.head))


def is_office_holder(name: Candidate) -> bool:
    offices = vocabulary.office_words()
    return any(role is not None and role.noun.rpartition(" ")[2] in offices for role in name.cluster.roles)
