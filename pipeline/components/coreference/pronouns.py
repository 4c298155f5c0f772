"""Whom a pronoun of the third person means, by number, gender, syntax and salience."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from spacy.tokens import Token

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.coreference.salience import REACH, most_salient
from pipeline.components.coreference.speakers import Turn, speaker_at
from pipeline.components.coreference.syntactic_antecedents import REFLEXIVE, RULES, owner_elsewhere, undergoer
from pipeline.components.grammar import cues, labels, syntax, vocabulary
from pipeline.components.grammar.traits import has_trait
from pipeline.lexicons.predicates import event_words

PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
BODIES = frozenset({"organization", "group"})
SPEAKING = frozenset({"country", "group", "organization"})
ANNOUNCED = frozenset({"acl", "advcl", "ccomp", "csubj", "relcl", "xcomp"})
SHARING = frozenset({"conj", "xcomp"})

TAKEN_UP = 4
"""Last mentions that are asked whether they are "it"."""
LOOK_AHEAD = 50
"""Candidates after a pronoun that are asked whether its verb governs them."""


def join_pronouns(
    candidates: Sequence[Candidate],
    at: Mapping[int, Candidate],
    turns: Sequence[Turn],
) -> None:
    """Join pronouns in the order of the text."""
    start = 0
    for i, pronoun in enumerate(candidates):
        while candidates[start].sentence < pronoun.sentence - REACH:
            start += 1
        if pronoun.form == "pronoun" and pronoun.words[0] in PERSONAL | NEUTER | PLURAL:
            speaker = speaker_at(pronoun.first, turns)
            fitting = [one for one in candidates[start:i] if one.cluster is not speaker and agrees_with(pronoun, one)]
            barred = {id(one.cluster) for one in fitting if is_bound(pronoun, one)}
            barred |= {id(name.cluster) for name in names_governed(pronoun, candidates, i)}
            possible = [one for one in fitting if id(one.cluster) not in barred and not excluded(pronoun, one)]
            found = by_syntax(pronoun, at) or most_salient(pronoun, possible)
            if found is not None and (pronoun.words[0] not in NEUTER or is_clear(pronoun, found, possible)):
                found.absorb(pronoun.cluster)


def is_clear(pronoun: Candidate, cluster: Cluster, possible: Sequence[Candidate]) -> bool:
    """Whether "it" surely means what is most in mind: a body that speaks, a vehicle; for "its", the last subject.

    To whom something is done by the object "it" must be the only one that it can mean: "Peru left as Chile accused it".
    """
    if pronoun.head.dep_ == "poss":
        return is_last_subject(cluster, possible) or any(rule(pronoun.head) for rule in (undergoer, owner_elsewhere))
    if pronoun.head.dep_ == "dobj":
        others = (one for one in possible if one.head.ent_type_ not in labels.TIMES)
        return is_affected(pronoun.head) and all(one.cluster is cluster for one in others)
    if pronoun.head.dep_ not in labels.SUBJECTS:
        return False
    if is_speaking_subject(pronoun.head):
        return cluster.kind in SPEAKING
    return cluster.kind == "vehicle" or (
        cluster.kind in SPEAKING and continues_last_subject(pronoun, cluster, possible)
    )


def continues_last_subject(pronoun: Candidate, cluster: Cluster, possible: Sequence[Candidate]) -> bool:
    """Whether "it" is the last subject, which does more: "Oriel closed a plant. It sold another"."""
    verb = pronoun.head.head
    is_deed = any(child.dep_ == "dobj" for child in verb.rights) and tells_event(verb)
    return is_deed and is_last_subject(cluster, possible)


def is_last_subject(cluster: Cluster, possible: Sequence[Candidate]) -> bool:
    last = next((one for one in reversed(possible) if one.head.dep_ in labels.SUBJECTS), None)
    return last is not None and last.cluster is cluster


def tells_event(verb: Token) -> bool:
    """Whether a verb can tell of an event, whatever its object."""
    return syntax.lemma(verb) in event_words().families


def is_affected(word: Token) -> bool:
    """Whether a verb that tells of an event does it to what the word means: "attacked it", not "made it clear"."""
    verb = word.head
    is_whole = not any(child.dep_ in ("ccomp", "oprd", "xcomp") for child in verb.rights)
    return is_whole and tells_event(verb)


def is_speaking_subject(subject: Token) -> bool:
    """Whether a subject says something, or is said to do something by whoever said it: not "it was reported"."""
    verb = subject.head
    if cues.is_speech(verb):
        return subject.dep_ == "nsubj"
    return verb.dep_ == "ccomp" and not is_impersonal(verb) and cues.is_speech(verb.head)


def is_impersonal(verb: Token) -> bool:
    """Whether "it" may only announce a clause: "it was clear that ..."; not "it was short of money"."""
    clauses = (below.dep_ in ANNOUNCED for word in (verb, *verb.rights) for below in word.rights)
    return has_trait(verb, "impersonal") and (verb.lemma_ != "be" or any(clauses))


def by_syntax(pronoun: Candidate, at: Mapping[int, Candidate]) -> Cluster | None:
    """The subject that a fronted phrase or a reported clause leans on: "In her speech, Silva ..."."""
    word = pronoun.head
    for rule in RULES:
        noun = rule(word)
        other = at.get(noun.i) if noun is not None else None
        if other is not None and agrees_with(pronoun, other):
            return other.cluster
    return None


def agrees_with(pronoun: Candidate, other: Candidate) -> bool:
    """Whether kind, number and gender allow the pronoun to mean the other."""
    cluster, word = other.cluster, pronoun.words[0]
    if other.form == "pronoun" and len(cluster.candidates) == 1:
        return False
    if word in PERSONAL:
        return cluster.kind == "person" and cluster.number != "many" and cluster.gender in (None, pronoun.gender)
    if word in NEUTER:
        one = cluster.kind != "group" or is_collective(other)
        return one and cluster.kind != "person" and cluster.number != "many"
    if is_owner_of_kin(pronoun.head):
        return cluster.number == "many" or cluster.kind == "group"
    return cluster.number == "many" or (cluster.kind in BODIES and not is_it(cluster))


def is_collective(other: Candidate) -> bool:
    """Whether a phrase names several people by a singular noun: "the coast guard"."""
    return other.form == "nominal" and other.head.tag_ == "NN" and other.number is None


def is_owner_of_kin(word: Token) -> bool:
    """Whether a pronoun says whose relatives somebody is: "their son", who is no company's."""
    return word.dep_ == "poss" and word.head.lemma_.lower() in vocabulary.references().relatives


def is_it(cluster: Cluster) -> bool:
    """Whether something was last taken up as one thing: "it", "its"."""
    return any(one.form == "pronoun" and one.words[0] in NEUTER for one in cluster.candidates[-TAKEN_UP:])


def excluded(pronoun: Candidate, other: Candidate) -> bool:
    """Binding: not inside the phrase it would mean, nor object of the verb whose subject it would mean."""
    if (
        other.first <= pronoun.first < other.last
        or is_in_reported_clause(pronoun.head, other)
        or is_described(pronoun.head, other)
    ):
        return True
    return is_bound(pronoun, other)


def is_bound(pronoun: Candidate, other: Candidate) -> bool:
    """Whether both are arguments of one verb, so that only "himself" could mean the other: "Silva called and will meet
    him", but not the owner of an argument: "Silva's lawyer told him"."""
    if pronoun.words[0] in REFLEXIVE or pronoun.head.dep_ not in ("dobj", "pobj", "dative"):
        return False
    if other.head.dep_ == "poss":
        return False
    verb = clause(pronoun.head)
    if is_relative_subject(other.head, verb):
        return True
    return verb.i == clause(other.head).i or (verb.dep_ in SHARING and other.head in syntax.subjects(verb))


def is_relative_subject(noun: Token, verb: Token) -> bool:
    """Whether a relative clause says its verb of a noun: "Kos, who beat her"."""
    own = verb.dep_ == "relcl" and verb.head.i == noun.i
    return own and any(child.dep_ in labels.SUBJECTS and child.tag_ in ("WDT", "WP") for child in verb.lefts)


def names_governed(pronoun: Candidate, candidates: Sequence[Candidate], at: int) -> Iterator[Candidate]:
    """Names in what a verb says of the pronoun that is its subject, none of which it means: "He told Silva that Kos had
    left" (principle C of binding); a relative clause may name it again."""
    verb = pronoun.head.head
    end = verb.right_edge.i if pronoun.head.dep_ in labels.SUBJECTS and verb.i > pronoun.first else 0
    following = takewhile(lambda one: one.first <= end, candidates[at + 1 : at + 1 + LOOK_AHEAD])
    return (one for one in following if one.form == "name" and one.first > verb.i and not is_relative(one.head, verb))


def is_relative(word: Token, verb: Token) -> bool:
    """Whether a word stands in a relative or adverbial clause below a verb."""
    return any(above.dep_ in labels.ASIDES for above in takewhile(lambda above: above.i != verb.i, word.ancestors))


def is_described(pronoun: Token, other: Candidate) -> bool:
    """Whether something is said to be what the pronoun owns: "Chad is its ally"."""
    said = pronoun.head
    subject = pronoun.dep_ == "poss" and said.dep_ == "attr" and other.head.head.i == said.head.i
    return subject and other.head.dep_ in labels.SUBJECTS


def is_in_reported_clause(pronoun: Token, other: Candidate) -> bool:
    """Whether a name stands in what the pronoun's own verb tells before it: "Ana Lopes was not invited, she said"."""
    verb = pronoun.head
    is_person = other.cluster.kind not in BODIES | SPEAKING
    if pronoun.dep_ not in labels.SUBJECTS or other.form == "pronoun" or not (is_person and cues.is_speech(verb)):
        return False
    return any(child.dep_ == "ccomp" and child.left_edge.i <= other.first <= child.right_edge.i for child in verb.lefts)


def clause(token: Token) -> Token:
    """The verb or root that a token is an argument of."""
    while token.head.i != token.i and token.pos_ not in labels.VERBAL:
        token = token.head
    return token
