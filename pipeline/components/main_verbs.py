"""Finite verbs that the model misreads: a past that looks like a present, a main clause taken for a relative one.

"The army | put down the revolt", "The frigate Aurora | docked in Lagos": every reader of the parse would else take the
first for a plan and find no clause in the second.
"""

from __future__ import annotations

from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis, Span, Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.cues import is_speech
from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.traits import has_trait

NAME = "dateline_main_verbs"
NOUNS = labels.SINGULAR | labels.PLURAL
CLAUSES = frozenset({"advcl", "ccomp", "conj", "relcl"})
REPORTED = frozenset({"advcl", "ccomp", "dep", "npadvmod"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
COMPLEMENTS = frozenset({"acomp", "attr", "ccomp", "dobj", "prep", "prt", "xcomp"})


@Language.component(NAME)
def main_verbs(doc: Doc) -> Doc:
    for token in doc:
        if token.tag_ == "VBP" and has_trait(token, "invariable") and _is_past(token):
            _make_past(token)
        elif token.dep_ == "conj" and (verb := _finite_above(token)) is not None:
            _hang_as_conjunct(token, verb)
        elif token.dep_ == "pcomp" and (verb := _kept_from(token)) is not None:
            token.head.head = verb
    for sentence in doc.sents:
        noun = _headless(sentence)
        if noun is not None and (verb := _main_verb(noun)) is not None:
            _promote(verb, noun)
        elif (verb := _before_its_object(sentence)) is not None:
            _take_object(verb)
    return doc


def _is_finite(verb: Token) -> bool:
    return any(word.tag_ in FINITE for word in (verb, *syntax.auxiliaries(verb)))


def _finite_above(verb: Token) -> Token | None:
    """The verb that a finite one without a subject goes on from, where it is hung on an infinitive or a gerund.

    "Bars them from trading and | capped the price", "was sent to look and | was met by gunfire".
    """
    joined = verb.head.tag_ in ("VB", "VBG") and not _is_finite(verb.head)
    own = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.lefts)
    if not joined or own or not _is_finite(verb) or not _is_surely_finite(verb):
        return None
    return next((above for above in verb.head.ancestors if above.pos_ in labels.VERBAL and _is_finite(above)), None)


def _is_surely_finite(verb: Token) -> bool:
    """By a helper, or in a form that is no infinitive or participle: "capped", not "cut"."""
    return any(syntax.auxiliaries(verb)) or (verb.tag_ in ("VBD", "VBZ") and not has_trait(verb, "invariable"))


def _hang_as_conjunct(verb: Token, above: Token) -> None:
    """Hang a verb on the one that it goes on from, with the conjunction between."""
    for link in [child for child in verb.head.rights if child.dep_ == "cc" and child.i < verb.i]:
        link.head = above
    verb.head = above


def _kept_from(gerund: Token) -> Token | None:
    """The verb of "kept people hurt by the flood | from leaving", where the phrase is hung on what describes them."""
    preposition, described = gerund.head, gerund.head.head
    if preposition.lower_ != "from" or described.dep_ not in labels.ADNOMINAL_CLAUSES or described.head.dep_ != "dobj":
        return None
    verb = described.head.head
    keeps = effects.before_clause(verb, "from") == "negates"
    return verb if keeps and effects.in_phrase(described, "from") is None else None


def _make_past(verb: Token) -> None:
    verb.tag_ = "VBD"
    verb.morph = MorphAnalysis(verb.vocab, "Tense=Past|VerbForm=Fin")


def _is_past(verb: Token) -> bool:
    """Without a helper, beside a clause in the past, or of one: "rivers | burst as she spoke", "the army | quit"."""
    own = [child for child in verb.lefts if child.dep_ in ("nsubj", "aux", "auxpass", "neg")]
    if [child.dep_ for child in own] != ["nsubj"]:
        return False
    beside = [child for child in verb.children if child.dep_ in CLAUSES]
    above = [verb.head] if verb.dep_ in CLAUSES else []
    return _is_one(own[0]) or any(word.tag_ == "VBD" for word in (*above, *beside))


def _is_one(subject: Token) -> bool:
    return subject.tag_ in labels.SINGULAR and not any(child.dep_ == "conj" for child in subject.children)


def _headless(sentence: Span) -> Token | None:
    """The noun that stands where a main verb should: as the root, or as what somebody "said" behind it."""
    root = sentence.root
    reported = (child for child in root.lefts if child.dep_ in REPORTED and child.tag_ in NOUNS)
    return root if root.tag_ in NOUNS else next(reported, None) if is_speech(root) else None


def _main_verb(noun: Token) -> Token | None:
    """The verb that the parse hangs on the noun that is its subject, or that says what its subject is."""
    clauses = [child for child in noun.rights if child.dep_ in labels.ADNOMINAL_CLAUSES]
    inside = (verb for clause in clauses if clause.dep_ == "acl" for verb in clause.subtree)
    direct = (verb for verb in clauses if _is_of_name_behind(verb, noun) or _is_of_noun(verb, noun))
    return next(chain(direct, (verb for verb in inside if _is_of_noun(verb, noun))), None)


def _is_of_noun(verb: Token, noun: Token) -> bool:
    """ "A cloud of gas | leaked, killing two", "Mobs angered by the vote | burned cars": such a participle is none.

    One that has an outcome or an object is finite, and of the first noun even where another stands between.
    """
    if verb.dep_ != "acl" or verb.tag_ not in labels.PAST:
        return False
    if any("VerbForm=Fin" in child.morph for child in noun.children):
        return False
    return any(child.dep_ in ("advcl", "dobj") for child in verb.rights)


def _is_of_name_behind(verb: Token, noun: Token) -> bool:
    if verb.dep_ != "relcl" or verb.tag_ not in ("VBD", "VBZ") or noun.tag_ not in labels.SINGULAR:
        return False
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    named = any(name.tag_ == "NNP" and name.left_edge.i == noun.i + 1 for name in subjects)
    return named and any(child.dep_ in COMPLEMENTS for child in verb.children)


def _before_its_object(sentence: Span) -> Token | None:
    """The past of "Korea test- | fired two missiles", taken for a word that describes them: a number stands between."""
    noun = sentence.root
    if noun.pos_ != "NOUN" or any(child.dep_ in ("nsubj", "nsubjpass", "aux", "cop") for child in noun.children):
        return None
    before = [child for child in noun.lefts if child.dep_ == "amod" and child.tag_ in labels.PAST]
    verb = before[0] if before else None
    if verb is None or not any(child.dep_ in ("det", "nummod") and child.i > verb.i for child in noun.lefts):
        return None
    return verb if any(_is_name_word(child) and child.i < verb.i for child in noun.lefts) else None


def _is_name_word(word: Token) -> bool:
    return word.dep_ == "compound" and word.tag_ in ("NNP", "NNPS")


def _take_object(verb: Token) -> None:
    """Make the verb the main one, what it described its object, and the name before it its subject."""
    noun = verb.head
    before = [child for child in noun.lefts if child.i < verb.i]
    subject = next(child for child in reversed(before) if _is_name_word(child))
    behind = list(noun.rights)
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "dobj"
    _make_past(verb)
    verb.pos_ = "VERB"
    subject.head, subject.dep_ = verb, "nsubj"
    for child in before:
        if child != subject and child.i < subject.i:
            child.head = subject
    for child in behind:
        child.head = verb


def _promote(verb: Token, noun: Token) -> None:
    """Make the verb the main one, the noun its subject, and a name between the two an apposition of that."""
    names = [child for child in verb.lefts if child.dep_ == "nsubj"]
    joined = [word for word in noun.subtree if word.i > verb.i and word.dep_ == "conj" and word.tag_ == "VBD"]
    behind = [child for child in noun.rights if child.i > verb.i]
    verb.head, verb.dep_ = (verb, "ROOT") if noun.dep_ == "ROOT" else (noun.head, "ccomp")
    noun.head, noun.dep_ = verb, "nsubj"
    if verb.tag_ == "VBN":
        _make_past(verb)
    for name in names:
        name.head, name.dep_ = noun, "appos"
    for child in (*behind, *(word for word in joined if word.head.i < verb.i)):
        child.head = verb
