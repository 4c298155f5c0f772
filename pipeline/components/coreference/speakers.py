"""Who says "I" and "we": the subject of the verb that a quotation hangs on."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import cues, syntax, vocabulary
from pipeline.components.grammar.quotations import Quotation, quotations

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
OFFICE_WORDS = 3
SET_APART = 2
"""Sentences from words that are set apart to the name below them."""
BODIES = frozenset({"country", "group", "organization"})
OWNING = frozenset({"poss", "compound", "nmod"})
REPRESENTED = frozenset({"country", "organization"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A quotation and whoever speaks in it."""

    quotation: Quotation
    speaker: Candidate


def turns(text: Text, at: Mapping[int, Candidate]) -> list[Turn]:
    """The quotations with a known speaker; one without a verb of speech goes on with the last speaker."""
    found: list[Turn] = []
    speaker: Candidate | None = None
    quoted = quotations(text.doc)
    verbs = verbs_of_speech(text) if quoted else {}
    for quotation in quoted:
        speaker = speaker_of(text, quotation, verbs, at) or speaker
        if speaker is not None:
            found.append(Turn(quotation, speaker))
    return found


def speaker_at(token: int, among: Sequence[Turn]) -> Cluster | None:
    """Who speaks there; of two quotations that share a token, the first."""
    opened = bisect_right(among, token, key=lambda turn: turn.quotation.first)
    near = among[max(0, opened - 2) : opened]
    return next((turn.speaker.cluster for turn in near if token <= turn.quotation.last), None)


def join_first_person(text: Text, candidates: Sequence[Candidate], among: Sequence[Turn]) -> None:
    """Join "I" to the person who is quoted, and "we" to a body or group, or to the body that a person speaks for."""
    spoken = [one for one in candidates if one.form == "pronoun" and one.words[0] in SINGULAR | PLURAL]
    bodies = Bodies(one for one in candidates if is_represented(one)) if spoken else Bodies(())
    names = [one for one in candidates if is_signature(text, one)] if spoken else []
    for one in spoken:
        speaker = speaker_at(one.first, among) or signer(one, names)
        meant = speaker and (
            single_person(speaker) if one.words[0] in SINGULAR else antecedent_of_we(text, speaker, bodies)
        )
        if meant is not None:
            meant.absorb(one.cluster)


def is_signature(text: Text, name: Candidate) -> bool:
    """Whether a full name stands alone at the start of a sentence, as below words that are set apart: "John Osei"."""
    alone = name.head.dep_ == "ROOT" and name.head.pos_ == "PROPN" and bool(text.tokens[name.first].is_sent_start)
    return alone and name.form == "name" and name.cluster.kind == "person" and len(name.words) > 1


def signer(spoken: Candidate, names: Sequence[Candidate]) -> Cluster | None:
    """Whose name stands below words in the first person that are set apart without quotation marks."""
    after = bisect_right(names, spoken.first, key=lambda name: name.first)
    name = next(iter(names[after : after + 1]), None)
    near = name is not None and name.sentence - spoken.sentence <= SET_APART
    return name.cluster if near and name is not None else None


def is_represented(one: Candidate) -> bool:
    """Whether somebody may speak for a body: one that is named, or told of before "team member", or that owns the
    office: "the company's chief executive"."""
    told = one.form == "name" or one.determiner == "qualifying" or (one.form == "nominal" and one.head.dep_ == "poss")
    return one.cluster.kind in REPRESENTED and told


def single_person(speaker: Cluster) -> Cluster | None:
    return speaker if speaker.kind == "person" and speaker.number != "many" else None


def antecedent_of_we(text: Text, speaker: Cluster, bodies: Bodies) -> Cluster | None:
    """Whom "we" of a speaker means: the body or group that speaks, or the body named with a person's office."""
    if speaker.kind in BODIES or speaker.number == "many":
        return speaker
    ends = {place for told in speaker.candidates if told.form == "name" for place in office_starts(text, told.first)}
    inside = {i for told in speaker.candidates if told.form == "nominal" for i in range(told.first, told.last)}
    team = speaker.nation() if is_coach(speaker) else None
    return bodies.first_of(ends, inside, team)


class Bodies:
    """Bodies that somebody may speak for, by where their names begin and end and by their country."""

    def __init__(self, bodies: Iterable[Candidate]) -> None:
        self.bodies = list(bodies)
        self.by_first: dict[int, list[int]] = defaultdict(list)
        self.by_last: dict[int, list[int]] = defaultdict(list)
        self.by_country: dict[str | None, list[int]] = defaultdict(list)
        for number, body in enumerate(self.bodies):
            self.by_first[body.first].append(number)
            self.by_last[body.last].append(number)
            self.by_country[body.country].append(number)

    def first_of(self, ends: Set[int], inside: Set[int], country: str | None) -> Cluster | None:
        """The first whose name stands right before an office or in a description, or that is the country's team."""
        beside = {number for place in ends for number in self.by_last.get(place, ())}
        beside |= {number for place in inside for number in self.by_first.get(place, ())}
        found = [number for number in beside if self.bodies[number].cluster.kind == "organization"]
        found += self.by_country[country][:1] if country else []
        return self.bodies[min(found)].cluster if found else None


def is_coach(speaker: Cluster) -> bool:
    """Whether somebody speaks for a team, which is called by its country: "Panama coach Dely Valdes"."""
    return any(role is not None and role.noun in vocabulary.references().coaches for role in speaker.roles)


def office_starts(text: Text, name: int) -> Iterator[int]:
    """Where an office right before a name may start: "Administrator" in "NASA Administrator Charles Bolden"."""
    for start in range(name - 1, max(name - OFFICE_WORDS - 1, -1), -1):
        if text.tokens[start].pos_ not in ("NOUN", "PROPN", "ADJ"):
            return
        yield start


def verbs_of_speech(text: Text) -> Mapping[int, Sequence[Token]]:
    """The verbs of speech of each sentence."""
    found: dict[int, list[Token]] = defaultdict(list)
    for token in text.tokens:
        if token.pos_ == "VERB" and (cues.is_speech(token) or utters(token)):
            found[text.sentences[token.i]].append(token)
    return found


def utters(verb: Token) -> bool:
    """Whether a verb is of giving words that its object names: "issued a statement"."""
    return cues.utters(verb) and any(child.dep_ == "dobj" and cues.is_claim(child) for child in verb.rights)


def speaker_of(
    text: Text, quotation: Quotation, verbs: Mapping[int, Sequence[Token]], at: Mapping[int, Candidate]
) -> Candidate | None:
    """The subject of the nearest verb of speech outside a quotation, in the sentence where it ends or else where it
    starts; of whatever verb a colon after it opens the quotation for; of the verb of speech in the sentence before."""
    for sentence in (text.sentences[quotation.last], text.sentences[quotation.first]):
        if (found := nearest_sayer(quotation, verbs.get(sentence, ()), at)) is not None:
            return found
    introduced = introducer(text, quotation, at)
    if introduced is None and text.tokens[quotation.first].is_sent_start:
        return nearest_sayer(quotation, verbs.get(text.sentences[quotation.first] - 1, ()), at)
    return introduced


def nearest_sayer(quotation: Quotation, verbs: Sequence[Token], at: Mapping[int, Candidate]) -> Candidate | None:
    outside = [verb for verb in verbs if not quotation.first <= verb.i <= quotation.last]
    found = (sayer(verb, at) for verb in sorted(outside, key=lambda verb: distance(verb, quotation)))
    return next((one for one in found if one is not None), None)


def distance(verb: Token, quotation: Quotation) -> int:
    return quotation.first - verb.i if verb.i < quotation.first else verb.i - quotation.last


def introducer(text: Text, quotation: Quotation, at: Mapping[int, Candidate]) -> Candidate | None:
    """The subject of the clause that a colon ends right before a quotation: "Ana Lopes was blunt: "No."" """
    colon = quotation.first - 1
    if colon < 1 or text.words[colon] != ":":
        return None
    word = text.tokens[colon - 1]
    while word.head.i < colon and word.head.i != word.i:
        word = word.head
    return sayer(word, at)


def sayer(verb: Token, at: Mapping[int, Candidate]) -> Candidate | None:
    """Who speaks as the subject of a verb, or owns the words that do: "Ana Lopes's letter reads"."""
    for subject in syntax.subjects(verb):
        found = at.get(subject.i)
        if found is not None and can_speak(found):
            return found
        owners = (child for child in subject.lefts if child.dep_ in OWNING) if is_wording(subject) else ()
        owner = next((at.get(child.i) for child in owners), None)
        if owner is not None and can_speak(owner):
            return owner
    return None


def can_speak(one: Candidate) -> bool:
    return one.form == "pronoun" or one.cluster.kind == "person" or one.cluster.kind in BODIES


def is_wording(noun: Token) -> bool:
    """Whether a noun is for words that somebody gave: "statement", "letter"."""
    return cues.is_claim(noun) or cues.is_evidence(noun)
