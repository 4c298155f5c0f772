"""Which entries of the lexicon a verb or noun of the text can be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.gazetteer import countries
from pipeline.lexicons.function_words import PROPORTIONS
from pipeline.lexicons.predicates import event_words
from pipeline.lexicons.predicates.events import Matter, Phrased

TIMES = frozenset({"at", "before", "by", "since", "till", "until"})
ASIDES = frozenset({"after", "at", "before", "by", "during"})
NAMES = frozenset({"PERSON", "PRODUCT"})
RECENT = 1024
"""Nouns whose classes are remembered: each is asked for several times while its sentence is read."""
PHRASE_DEPS = frozenset(
    {"ccomp", "prt", "prep", "dobj", "acomp", "advmod", "oprd", "dative", "attr", "npadvmod", "agent", "intj"}
)


def is_money(noun: Token) -> bool:
    """Whether it is a sum: "$40 million", "40 million crowns"."""
    counted = any(child.dep_ == "nummod" for child in noun.lefts)
    return noun.ent_type_ == "MONEY" or (counted and syntax.lemma(noun) in event_lexicon().classes.currencies)


def entries(verb: Token, index: dict[str, tuple[Phrased, ...]]) -> list[Phrased]:
    """Entries whose further words stand under the verb, those with most words first; "give up" is no giving."""
    written = hyphenated(verb)
    listed = index.get(written, ()) or index.get(written.removeprefix("re-") or syntax.lemma(verb), ())
    if not listed:
        return []
    near = reach(verb) if any(entry.rest for entry in listed) else frozenset()
    beside = particles(verb)
    has_particle = any(child.dep_ == "prt" for child in verb.rights)
    phrasal = has_particle and syntax.lemma(verb) in event_lexicon().classes.phrasal
    if verb.pos_ == "ADJ":
        listed = tuple(entry for entry in listed if entry.rest)
    found = [e for e in listed if near.issuperset(e.rest) and (e.particle in beside if e.particle else not phrasal)]
    return sorted(found, key=_generality)


def _generality(entry: Phrased) -> tuple[bool, int, bool]:
    """The most specific entry first: with a particle, with most words, with classes of subjects, voice and context."""
    family = entry.family
    asked = () if family is None else (family.subject, family.about, family.requires, family.passive, family.sporting)
    return entry.particle is None, -len(entry.rest), not any(asked)


def hyphenated(verb: Token) -> str:
    """ "test-fired", "re-opened": the model splits such verbs at the hyphen."""
    if verb.lower_ == "re":
        following = verb.doc[verb.i + 1 : verb.i + 3]
        return f"re-{syntax.lemma(following[1])}" if len(following) == 2 and following[0].text == "-" else ""
    if verb.i < 2:
        return ""
    before = verb.nbor(-1)
    if before.text == "-" and not before.whitespace_:
        return f"{verb.nbor(-2).lower_}-{syntax.lemma(verb)}"
    return ""


def particles(verb: Token) -> frozenset[str]:
    """Words that make a phrasal verb: they have no object of their own ("gave in", not "gave in an interview").

    The parser takes the particle of "handed over 12 men" for a part of the number.
    """
    own = (child for child in verb.rights if child.dep_ in ("prt", "advmod", "prep"))
    found = {child.lower_ for child in own if not any(noun.dep_ == "pobj" for noun in child.children)}
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    return frozenset(found.union(word.lower_ for word in behind if word.dep_ == "quantmod" and word.tag_ == "RP"))


def reach(verb: Token) -> frozenset[str]:
    """Lemmas of particles, prepositions and objects right under a verb, and of what stands before or under those."""
    near = [child for child in verb.children if child.dep_ in PHRASE_DEPS]
    near += [
        noun
        for child in near
        if child.dep_ in ("prep", "prt", "advmod")
        for noun in child.children
        if noun.dep_ in ("pobj", "prep")
    ]
    near += [deeper for word in near if word.dep_ in ("pobj", "prep") for deeper in word.children]
    things = [word for word in near if word.dep_ in ("dobj", "attr")]
    near += [part for word in things for part in (*word.lefts, *(c for c in word.rights if c.dep_ == "prep"))]
    near += [noun for child in near if child.dep_ == "agent" for noun in child.children]
    return frozenset(word for token in near for word in (token.lemma_.lower(), token.lower_))


def stands_aside(verb: Token, rest: tuple[str, ...]) -> bool:
    """Whether the noun of a phrase is no object but a circumstance of one: "won the prize by popular | vote"."""
    things = [thing for child in verb.rights if child.dep_ == "dobj" for thing in syntax.conjuncts(child)]
    own = {word.lemma_.lower() for thing in things for word in (thing, *thing.lefts)}
    if not things or len(rest) != 1 or rest[0] in own:
        return False
    return any(noun.lemma_.lower() == rest[0] for noun in syntax.under(verb, ASIDES))


def leads_nowhere(verb: Token, rest: tuple[str, ...]) -> bool:
    """ "called her on Friday" is not "called on her", nor "confirmed as having the flu" "confirmed as director".

    Nor is "return as part of a plan" "return as mayor".
    """
    if rest[-1:] == ("as",) and any(child.lower_ == "as" and _names_no_role(child) for child in verb.rights):
        return True
    heads = (verb, *(child for child in verb.rights if child.dep_ == "dobj")) if rest else ()
    named = next((found for head in heads if (found := syntax.under(head, rest[-1:]))), [])
    return bool(named) and all(noun.ent_type_ in labels.TIMES for noun in named)


def _names_no_role(preposition: Token) -> bool:
    links = event_lexicon().classes.links
    return any(child.dep_ == "pcomp" or child.lower_ in links for child in preposition.children)


def objects(verb: Token, rest: tuple[str, ...]) -> list[Token]:
    """What the verb is done to: objects of its last preposition, else its own objects, or the subjects of a passive."""
    return (
        _objects_of_last(verb, rest)
        or [_named_before_it(noun) for noun in syntax.patients(verb)]
        or [noun for child in verb.rights if child.lower_ in rest for noun in _told_of(child)]
        or _named_with_title(verb)
        or [child for child in verb.rights if child.dep_ == "npadvmod" and child.ent_type_ == "PERCENT"]
    )


def _objects_of_last(verb: Token, rest: tuple[str, ...]) -> list[Token]:
    """Objects of the last preposition of a wording, wherever that hangs: "fired two shots at | the car"."""
    if not rest or rest[-1] == "as":
        return []
    beside = (child for child in verb.rights if child.dep_ in ("prt", "advmod", "prep", "dobj"))
    return [noun for head in (verb, *beside) for noun in syntax.under(head, rest[-1:])]


def _named_with_title(verb: Token) -> list[Token]:
    """Who is named or elected: "elected Ana Silva president", "named a new minister"."""
    titles = (child for child in verb.rights if child.dep_ == "oprd")
    return [noun for title in titles for noun in _named_before(title) or _with_article(title)]


def _named_before_it(thing: Token) -> Token:
    """ "imposed a tariff and lifted | it": what the verb before names."""
    verb = thing.head
    if thing.lower_ != "it" or thing.dep_ != "dobj" or verb.dep_ != "conj":
        return thing
    named = (noun for noun in verb.head.rights if noun.dep_ == "dobj" and noun.tag_ == "NN" and noun.i < verb.i)
    return next(named, thing)


def _named_before(title: Token) -> list[Token]:
    """ "elected Ana Silva president": the parser takes the name for a part of the title."""
    names = [part for part in title.lefts if part.dep_ in labels.COMPOUNDED and part.ent_type_ == "PERSON"]
    return names[-1:]


def _with_article(title: Token) -> list[Token]:
    """ "named a new minister": the parser takes the office for what somebody is named."""
    has_article = any(part.lower_ in syntax.ARTICLES for part in title.lefts)
    return [title] if title.pos_ == "NOUN" and has_article else []


def _told_of(predicate: Token) -> list[Token]:
    """ "set the women free": the parser takes whom it is done to for a subject."""
    return [child for child in predicate.children if child.dep_ == "nsubj"]


@lru_cache(maxsize=RECENT)
def matters(noun: Token) -> tuple[Matter, ...]:
    """Classes of a noun, by its compound first, then by itself; a shell ("series of") opens to its content."""
    words = event_lexicon()
    lemma = syntax.lemma(noun)
    if noun.pos_ == "PROPN" and noun.ent_type_ in NAMES:
        return ()
    before = [child for child in noun.lefts if child.dep_ in labels.PREMODIFIERS]
    compounds = [f"{child.lower_} {lemma}" for child in before] + [
        f"{child.lemma_.lower()} {lemma}" for child in before
    ]
    if any(compound in words.classes.compounds for compound in compounds):
        return ()
    money = ("money",) if is_money(noun) else ()
    for name in (*compounds, *_with_preposition(noun, lemma), *money, lemma):
        if name in event_words().matters:
            found = event_words().matters[name]
            return found if found[0].instead else (*found, *event_words().matters.get(lemma, ()))
    if lemma in words.classes.shells:
        inside = [*syntax.under(noun, {"of", "for", "in"}), *(c for c in before if c.pos_ in ("NOUN", "PROPN", "VERB"))]
        return next((found for content in inside if content.i != noun.i and (found := matters(content))), ())
    return ()


def is_visit(noun: Token) -> bool:
    """Whether a noun is of a visit: "trip", "tour"."""
    return any(matter.mode == "visit" for matter in matters(noun))


def is_make(noun: Token) -> bool:
    """ "a 2008 Volvo", "a 1996 Saab pickup": what has the year that it was made in before it."""
    return noun.ent_type_ in ("ORG", "PRODUCT") or any(matter.name == "road vehicle" for matter in matters(noun))


def names_scene(part: Token) -> bool:
    """ "the Leeds bombing", "the Malmo terrorist attacks": where an attack was, and not who made it."""
    if part.dep_ not in labels.COMPOUNDED or part.ent_type_ != "GPE" or countries.of_name(part.text) is not None:
        return False
    return any(matter.alone == "ASSAULT" for matter in matters(part.head))


def core(noun: Token) -> Token:
    """What a shell or a count is of: "part of a stronghold", "hundreds of houses", "most of its food"."""
    words = event_lexicon()
    name = noun.lemma_.lower()
    if name in words.classes.shells or name in words.classes.units or noun.pos_ == "NUM" or name in PROPORTIONS:
        return next(iter(syntax.under(noun, {"of"})), noun)
    return noun


def _with_preposition(noun: Token, lemma: str) -> Iterator[str]:
    """ "memorandum of understanding"; "strike on", which is no strike for better pay."""
    for preposition in noun.children:
        if preposition.dep_ == "prep":
            for content in syntax.objects_of_preposition(preposition):
                yield f"{lemma} {preposition.lower_} {content.lemma_.lower()}"
            yield f"{lemma} {preposition.lower_}"


def done(noun: Token) -> Iterator[tuple[str, Token]]:
    """What a nominalisation says is done to which matter: "suspension of air links" -> end, links."""
    if noun.dep_ == "pobj" and noun.head.lower_ in TIMES:
        return
    for doing in event_words().doing_nouns.get(noun.lemma_.lower(), ()):
        compounds = [child for child in noun.lefts if child.dep_ == "compound"]
        for content in [*syntax.under(noun, {"of", "in", "on", "to", "for"}), *compounds]:
            yield doing, content


def names_hazard(name: Token) -> bool:
    """ "Storm Eunice", not "Fire Chief Dias"."""
    if name.pos_ != "PROPN" or name.i == 0 or name.nbor(-1).dep_ != "compound":
        return False
    matters = event_words().matters.get(name.nbor(-1).lemma_.lower(), ())
    return any(matter.name.startswith("hazard") for matter in matters)
