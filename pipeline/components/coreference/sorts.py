"""Which entity a noun means that only says what sort it is: "the company", "the baby", "the plane"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Token

from pipeline.components.coreference.candidates import NATIONAL, Candidate, Cluster
from pipeline.components.coreference.memory import Memory, is_of_headline, joinable
from pipeline.components.coreference.nominals import YEAR_OLD, is_other_feature
from pipeline.components.coreference.pronouns import excluded
from pipeline.components.coreference.salience import REACH, most_salient
from pipeline.components.grammar import cues, labels, vocabulary
from pipeline.domain import EntityKind

CLEARLY = 1.5
FAR = 12
"""Sentences in which no second country or place of a sort is named, where none is in the last ones."""
SETTLEMENT = "PPL"
"""The start of GeoNames' codes for cities, towns and villages."""
PUBLIC = "public"
UNKNOWN = frozenset({None, "other"})
UNCLEAR = frozenset({"country", "person"})
POINTS_BACK = frozenset({"definite", "demonstrative", "possessive"})


def by_youth(phrase: Candidate, memory: Memory) -> Cluster | None:
    """The one child that the text tells of: "the baby", "his daughter" after "their child, Ana"; nobody of several."""
    minors = vocabulary.references().minors
    bare = phrase.role is not None and not phrase.role.modifiers and phrase.number == "one"
    if phrase.determiner not in POINTS_BACK or not bare or phrase.words[-1] not in minors:
        return None
    children = {
        id(one.cluster): one.cluster
        for one in memory.minors
        if joinable(phrase, one.cluster)
        and not is_of_headline(one)
        and (phrase.determiner != "possessive" or is_of_kin(one))
    }
    return children.popitem()[1] if len(children) == 1 else None


def is_of_kin(phrase: Candidate) -> bool:
    return phrase.form == "nominal" and phrase.determiner == "possessive"


def by_sort(phrase: Candidate, memory: Memory) -> Cluster | None:
    """The most salient named thing of the sort that the noun says: "the country", "the airline".

    What says more, "the Swiss company", means the one body it may mean, and nobody where there are two.
    """
    noun = sorting_noun(phrase)
    if (body := by_report(phrase, noun, memory)) is not None:
        return body
    sort = vocabulary.anaphoric_noun_kinds().get(noun) or (
        "person" if noun in vocabulary.references().callings else None
    )
    if phrase.role is None or sort is None or phrase.cluster.names:
        return None
    possible = [one for one in possible_of(phrase, memory, sort) if may_be_of_nation(phrase, one.cluster)]
    if not possible and is_bounded(noun) and not phrase.role.modifiers:
        return the_only(phrase, possible_of(phrase, memory, sort, FAR))
    known = described_as_sort(noun, possible)
    if sort == "vehicle" and (firms := described_as_sort(noun, possible_of(phrase, memory, "organization"))):
        phrase.cluster.kind, known = "organization", firms
    if phrase.role.modifiers:
        return by_modifiers(phrase, known or possible) if sort == "organization" else None
    if is_special(noun) and not known:
        return the_only(phrase, possible)
    unclear = sort in UNCLEAR or (noun in vocabulary.bodies() and not known)
    return most_salient(phrase, known or possible, CLEARLY if unclear else 1.0)


def by_report(phrase: Candidate, noun: str, memory: Memory) -> Cluster | None:
    """What was named as the subject of a body's own report, of no known kind: "Veltra will close, the company said"."""
    verb = phrase.head.head
    is_body = noun in vocabulary.bodies() and PUBLIC not in vocabulary.bodies()[noun]
    if not is_body or phrase.head.dep_ != "nsubj" or not cues.is_speech(verb):
        return None
    told = (child for clause in verb.lefts if clause.dep_ == "ccomp" for child in clause.lefts)
    names = (memory.names.get(child.i) for child in told if child.dep_ in labels.SUBJECTS)
    name = next((one for one in names if one is not None and may_be_body(one.cluster)), None)
    if name is None:
        return None
    phrase.cluster.kind = name.cluster.kind = "organization"
    return name.cluster


def may_be_body(name: Cluster) -> bool:
    """Whether nothing but the model's label says that a name is no body's."""
    unknown_person = name.kind == "person" and not (name.gender or name.full_names() or any(name.roles))
    return name.kind in UNKNOWN or unknown_person


def by_modifiers(phrase: Candidate, possible: Sequence[Candidate]) -> Cluster | None:
    """The body clearly most in mind of the nation or town that a phrase says, or whose name has one of its words: "the
    Danish firm", "the Turin-based firm", "the electronics giant" for Oriel Electronics; else the only one possible."""
    role = phrase.role
    if role is None:
        return None
    called = [one for one in possible if any(role.modifiers.intersection(name.words) for name in one.cluster.names)]
    if called or (role.countries() and len(role.modifiers) == 1) or is_based(phrase):
        return most_salient(phrase, called or possible, CLEARLY)
    return the_only(phrase, possible)


def is_based(phrase: Candidate) -> bool:
    """Whether a phrase says where a body has its seat: "the Turin-based firm"."""
    words = [token.lower_ for token in phrase.head.doc[phrase.first : phrase.last]]
    return words[2:] == ["-", "based", phrase.words[-1]]


def possible_of(phrase: Candidate, memory: Memory, sort: EntityKind, reach: int = REACH) -> list[Candidate]:
    """Those of a sort in the last sentences that a phrase may mean, in the order of the text."""
    near = takewhile(lambda one: phrase.sentence - one.sentence <= reach, reversed(memory.sorts[sort]))
    teller = reporting_subject(phrase)
    fitting = (one for one in near if id(one.cluster) not in memory.barred and not excluded(phrase, one))
    others = (one for one in fitting if not is_reporter(phrase, teller, one.cluster))
    return [one for one in others if is_of_sort(phrase, one.cluster)][::-1]


def reporting_subject(phrase: Candidate) -> Token | None:
    """The subject of the verb of speech that reports the clause that a phrase is in: "Silva said the suspect fled"."""
    clauses = (above for above in phrase.head.ancestors if above.dep_ == "ccomp" and cues.is_speech(above.head))
    verb = next(clauses, None)
    return next((child for child in verb.head.children if child.dep_ == "nsubj"), None) if verb else None


def is_reporter(phrase: Candidate, teller: Token | None, cluster: Cluster) -> bool:
    """Whether who tells of somebody is another: a person, or for "the agency" a body not known to be a public one:
    "Silva said the suspect fled", "Oriel said the agency had no doubts"."""
    public = PUBLIC in vocabulary.bodies().get(phrase.words[-1], ()) and PUBLIC not in sorts_of(cluster)
    another = cluster.kind == "person" or public
    return teller is not None and another and any(one.head == teller for one in cluster.candidates)


def is_bounded(noun: str) -> bool:
    """Whether a noun is for a country, a town or a village, of which a text that names one seldom means another."""
    codes = vocabulary.references().features.get(noun, ())
    return vocabulary.anaphoric_noun_kinds().get(noun) == "country" or SETTLEMENT in codes


def is_special(noun: str) -> bool:
    """Whether a noun is for bodies of one sort: "the bank", unlike "the company"."""
    return len(vocabulary.bodies().get(noun, ())) == 1


def sorting_noun(phrase: Candidate) -> str:
    """The noun of a phrase that points back and has nothing after the noun: "company" of "the Swiss company"."""
    pointing = phrase.determiner in ("definite", "demonstrative") and phrase.first < phrase.head.i
    ends = phrase.number == "one" and (phrase.last == phrase.head.i + 1 or is_somewhere(phrase))
    return phrase.role.noun.rpartition(" ")[2] if pointing and ends and phrase.role and is_unnamed(phrase) else ""


def is_somewhere(phrase: Candidate) -> bool:
    """Whether only where it is stands behind a noun: "the organization in California"."""
    after = phrase.head.doc[phrase.head.i + 1 : phrase.last]
    return len(after) > 1 and after[0].lower_ == "in" and all(word.ent_type_ == "GPE" for word in after[1:])


def is_unnamed(phrase: Candidate) -> bool:
    """Whether no name but a nation's stands in a phrase: not "the Sea Org group"."""
    nations = phrase.role is not None and phrase.role.countries()
    small = not any(word.text[:1].isupper() for word in phrase.head.doc[phrase.first + 1 : phrase.last])
    return bool(nations) or small or is_based(phrase)


def the_only(phrase: Candidate, possible: Sequence[Candidate]) -> Cluster | None:
    """The one cluster that is possible, if it may be of the nation that a phrase says."""
    clusters = {id(one.cluster): one.cluster for one in possible}
    only = next(iter(clusters.values())) if len(clusters) == 1 else None
    return only if only is not None and may_be_of_nation(phrase, only) else None


def may_be_of_nation(phrase: Candidate, cluster: Cluster) -> bool:
    """Whether something may be of the nation that a phrase says, if it says one: "the Swiss company"."""
    nations = phrase.role.countries() if phrase.role else frozenset()
    return not nations or cluster.nation() in (None, *nations)


def described_as_sort(noun: str, possible: Sequence[Candidate]) -> list[Candidate]:
    """Those of which the text says that they are of the sort: Turkish Airlines of "the airline"."""
    wanted = vocabulary.bodies().get(noun, frozenset())
    return [one for one in possible if sorts_of(one.cluster) & wanted]


def sorts_of(body: Cluster) -> frozenset[str]:
    """The sorts of body that nouns, the first and last words of names and the noun before one tell it to be."""
    told = vocabulary.bodies()
    words = {one.words[i] for one in body.candidates if one.form != "pronoun" for i in (0, -1)}
    words |= {word_before(one) for one in body.names}
    return frozenset(sort for word in words for sort in told.get(word, ()))


def is_of_sort(phrase: Candidate, cluster: Cluster) -> bool:
    """Whether something may be called so: a ferry is no plane, the coast guard no company, a minister no poet,
    and one sentence has no two nouns for one thing: "The group said the company had lied"."""
    noun, crafts, last = phrase.words[-1], vocabulary.crafts(), cluster.candidates[-1]
    if cluster.number == "many":
        return False
    if is_of_other_age(phrase, cluster) or is_other_feature(noun, cluster.candidates) or is_opposed(noun, cluster):
        return False
    if last.form == "nominal" and last.sentence == phrase.sentence and last.words[-1] != noun:
        return False
    if noun in vocabulary.references().callings and any(role and role.noun != NATIONAL for role in cluster.roles):
        return False
    if cluster.kind == "organization" and (wanted := vocabulary.bodies().get(noun)):
        known = sorts_of(cluster)
        return not known or bool(known & wanted)
    nouns = (one.words[-1] if one.form == "nominal" else word_before(one) for one in cluster.candidates)
    told = {crafts.get(word) for word in nouns} - {None}
    return not told or crafts.get(noun) in (None, *told)


def is_opposed(noun: str, cluster: Cluster) -> bool:
    """Whether a noun blames whom the text has harmed, or the other way round: "the victim, Kos ... the defendant"."""
    words = vocabulary.references()
    told = {one.words[-1] for one in cluster.candidates if one.form == "nominal"}
    pairs = ((words.accused, words.harmed), (words.harmed, words.accused))
    return any(noun in mine and told & others for mine, others in pairs)


def is_of_other_age(phrase: Candidate, cluster: Cluster) -> bool:
    """Whether a phrase and a cluster each say an age, and not the same: "the 31-year-old"."""
    ages = {role.noun for role in cluster.roles if role is not None and role.noun.endswith(YEAR_OLD)}
    if not ages or phrase.role is None or phrase.words[-1] != YEAR_OLD:
        return False
    return phrase.role.noun not in ages


def word_before(name: Candidate) -> str:
    """The word in front of a name: "ferry" of "the ferry Queen Adelaide"."""
    return name.head.doc[name.first - 1].lower_ if name.first else ""
