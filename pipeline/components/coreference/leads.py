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


def join_unnamed_person(text: Text, candidates: Sequence[Candidate]) -> None:
    """Join the one person of the lead who has no name to the first who is named, in a sentence of their own."""
    unnamed = list(takewhile(lambda one: not is_person_name(one), people(candidates)))
    name = next(filter(is_person_name, people(candidates)), None)
    lead = new_person(unnamed) if name is not None else None
    if lead is None or name is None:
        return
    follows = lead.sentence < name.sentence <= unnamed[-1].sentence + NEXT and lead.sentence < LEAD
    alike = lead.cluster.agrees(name.cluster) and not are_two(lead.cluster, name.cluster)
    told = is_aged(text, name) or (is_subject(lead) and is_subject(name) and not cues.is_speech(name.head.head))
    if follows and alike and told and len(name.words) > 1 and not is_office_holder(name):
        lead.cluster.absorb(name.cluster)


def new_person(unnamed: Sequence[Candidate]) -> Candidate | None:
    """The only one with an indefinite article: the subject, if there is one such ("A man was held by an officer")."""
    new = [one for one in unnamed if one.determiner == "indefinite" and one.number == "one"]
    among = [one for one in new if is_subject(one)] or new
    return among[0] if len({id(one.cluster) for one in among}) == 1 else None


def people(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    return (one for one in candidates if one.form != "pronoun" and one.cluster.kind == "person")


def is_person_name(one: Candidate) -> bool:
    return one.form == "name"


def is_subject(one: Candidate) -> bool:
    return one.head.dep_ in labels.SUBJECTS


def is_aged(text: Text, name: Candidate) -> bool:
    """Whether an age stands behind a name: "Sarah Denton, 34,"."""
    after = text.tokens[name.last : name.last + 2]
    return len(after) > 1 and after[0].text == "," and after[1].like_num


def is_office_holder(name: Candidate) -> bool:
    offices = vocabulary.office_words()
    return any(role is not None and role.noun.rpartition(" ")[2] in offices for role in name.cluster.roles)
