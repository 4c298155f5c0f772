"""What kind of actor someone is: a firm, forces, a government, an authority, one with an office, a crowd."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from spacy.tokens import Span, Token

from pipeline.components.grammar import labels, noun_phrases, referents, syntax
from pipeline.components.plover import wording
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.participants import is_human, is_name
from pipeline.gazetteer import countries
from pipeline.lexicons.predicates import event_words

NAMING = frozenset({"PRON", "PROPN"})
OF_TIME = frozenset({"DATE", "TIME", "EVENT"})


def is_firm(token: Token) -> bool:
    """Whether it names a company or another body that does business: "Toyota", "the carmaker", "its unit"."""
    if token.ent_type_ in ("ORG", "PRODUCT") or (token.pos_ in NAMING and referents.is_a(token, "organization")):
        return True
    bodies = event_lexicon().bodies
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and (lemma.endswith("maker") or _is_called_firm(token)):
        return True
    if token.lower_ == "up" and token.i > 1 and token.nbor(-2).lower_ == "start":
        return True
    if token.pos_ == "PROPN" and any(part.lower_ in bodies or part.lower_.endswith("maker") for part in token.lefts):
        return True
    return token.lemma_.lower() in bodies and token.pos_ in labels.NOMINAL


def is_enterprise(token: Token) -> bool:
    """Whether it names what does business, and no body of another kind: "SpaceX", "the dairy"; not "a commission"."""
    is_body = token.pos_ == "NOUN" and not token.ent_type_ and token.lemma_.lower() in event_lexicon().bodies
    return is_firm(token) and (not is_body or _is_called_firm(token))


def _is_called_firm(noun: Token) -> bool:
    """ "the dairy", "an auction house"."""
    return any(matter.name in ("company", "site") for matter in wording.matters(noun))


def is_dealer(token: Token) -> bool:
    """Whether it can do business: a firm, a person, people, whatever bears a name; no state and no forces."""
    names_state = token.ent_type_ in ("GPE", "LOC") and countries.of_name(token.text) is not None
    if names_state or token.ent_type_ == "NORP" or is_force(token):
        return False
    is_named = token.pos_ == "PROPN" and token.ent_type_ not in OF_TIME
    return is_named or is_firm(token) or is_human(token)


def is_armed(actor: Token) -> bool:
    """A state, its forces, what carries arms for it, or rebels."""
    return actor.ent_type_ in labels.NATIONS or is_force(actor) or is_troops(actor)


def is_force(actor: Token) -> bool:
    """Forces, or what carries arms for them."""
    words, lemma = event_lexicon(), actor.lemma_.lower()
    if lemma in words.classes.assets:
        return True
    return any(matter.name == "forces" for matter in event_words().matters.get(lemma, ()))


def is_troops(actor: Token) -> bool:
    """Forces on the ground, who can take and leave places; a ship that leaves port gives nothing up."""
    words, lemma = event_lexicon(), actor.lemma_.lower()
    if lemma in words.classes.assets:
        return False
    return any(matter.name in ("enemies", "forces") for matter in event_words().matters.get(lemma, ()))


def is_government(actor: Token) -> bool:
    """A state or one who speaks for it, as against its people."""
    return actor.ent_type_ == "GPE" or actor.lemma_.lower() in event_lexicon().classes.governing


def is_official(actor: Token) -> bool:
    """Whether they stand for a state or body by an office that is named: "the envoy", "Prime Minister X"."""
    offices = event_lexicon().classes.officials
    return actor.lemma_.lower() in offices or any(part.lower_ in offices for part in actor.lefts)


def is_powerful(actor: Token) -> bool:
    """Whether an office or power is part of who it is: "the minister", "lawmaker X"."""
    powers = event_lexicon().classes.powers | event_lexicon().classes.officials
    return actor.lemma_.lower() in powers or any(part.lower_ in powers for part in actor.lefts)


def is_authority(actor: Token) -> bool:
    """Whether it can order and search: police and courts, ministries, states and their officials."""
    if actor.ent_type_ == "GPE" or (actor.ent_type_ == "ORG" and not referents.is_a(actor, "person")):
        return True
    return is_powerful(actor) or actor.lemma_.lower() in event_lexicon().classes.authorities or _is_public_body(actor)


def is_local_authority(actor: Token) -> bool:
    """Whether it governs less than a country: "the school board", "Governor Reyes", "Ohio"; not "the government"."""
    if actor.ent_type_ == "GPE":
        return countries.of_name(actor.text) is None
    titles = (part.lower_.removesuffix(".") for part in actor.lefts)
    local = event_lexicon().classes.local
    return actor.lemma_.lower() in local or not local.isdisjoint(titles) or _is_public_body(actor)


def _is_public_body(actor: Token) -> bool:
    """ "the school board", and "the board" once it has been called so."""
    lemma, known = actor.lemma_.lower(), referents.referent(actor)
    called = {part.lower_ for part in actor.lefts if part.dep_ == "compound"} | (known.called if known else frozenset())
    return any(f"{word} {lemma}" in event_lexicon().classes.authorities for word in called)


def is_court(noun: Token) -> bool:
    """Whether it gives judgement: a court, "Judge Osei", "a panel of judges", "the Supreme Court"."""
    titles = [part for part in noun.lefts if part.dep_ == "compound"]
    words = event_words().matters
    named = [*wording.matters(noun), *(m for word in (noun, *titles) for m in words.get(word.lemma_.lower(), ()))]
    if any(matter.name == "court" for matter in named) or referents.is_called(noun, "judge"):
        return True
    return noun.lemma_ in event_lexicon().classes.benches and any(map(is_court, syntax.under(noun, {"of"})))


def is_national(actor: Token) -> bool:
    """Whether a country is part of who it is: "Serbia", "an Egyptian court", "Kenya's prosecutors"."""
    named = [name.text.removeprefix("the ") for name in _nations_in(noun_phrases.wording(actor))]
    return any(countries.of_name(name) or countries.of_demonym(name) for name in named)


def _nations_in(words: Span) -> Iterator[Span]:
    """The model's countries and nationalities in these words; ``Span.ents`` looks through the whole text for them."""
    for token in words:
        if token.ent_iob_ == "B" and token.ent_type_ in labels.NATIONS:
            rest = takewhile(lambda after: after.ent_iob_ == "I", words.doc[token.i + 1 : words.end])
            yield words.doc[token.i : token.i + 1 + sum(1 for _ in rest)]


def is_ruler(actor: Token) -> bool:
    """Whether who it is is said by the title of a head of state or government: "President X", "the emir"."""
    rulers = event_lexicon().classes.rulers
    titles = [part.lower_ for part in (*actor.lefts, actor)]
    return any(title in rulers for title in (*titles, *map(" ".join, pairwise(titles))))


def is_protester(actor: Token) -> bool:
    """Whether they are called so, or a number of such: "marchers", "small groups of protesters"."""
    counted = syntax.under(actor, {"of"}) if actor.lemma_.lower() in event_lexicon().classes.units else []
    return any(noun.lemma_.lower() in event_lexicon().classes.protesters for noun in (actor, *counted))


def is_dignitary(token: Token) -> bool:
    """Whether a visit of theirs is one of state: by name or office, and not by a nationality alone."""
    members = [token, *syntax.under(token, {"of"})] if token.lemma_.lower() in event_lexicon().bodies else [token]
    return is_name(token) or any(member.lemma_.lower() in event_lexicon().classes.powers for member in members)
