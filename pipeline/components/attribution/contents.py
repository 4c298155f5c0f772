"""What a reporting verb attributes: its clause, its object, or the sentence around it, by what kind of verb it is."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipeline.components.attribution.attribution_spans import clause_without, covering_span, trim_edges
from pipeline.components.grammar import cues, labels, syntax
from pipeline.components.grammar.factuality.complements import is_infinitive
from pipeline.components.grammar.traits import has_trait

COMPLEMENTS = frozenset({"acomp", "ccomp", "dobj", "xcomp"})
GROUNDS = frozenset({"as", "for", "over"})
ACTING = frozenset({"back", "in", "off", "up"})


def contents(verb: Token) -> Iterator[tuple[str, Span | None]]:
    if cues.takes_clause(verb):
        yield "clause", clause(verb)
        yield "back reference", sentence_before(verb)
        yield "parenthesis", content_around(verb)
    if cues.reports(verb, "directs"):
        yield "directive", object_and_infinitive(verb)
    if cues.reports(verb, "intends"):
        yield "intention", infinitive(verb)
    if cues.reports(verb, "recounts"):
        yield "gerund", gerund(verb)
    if cues.prepositions(verb):
        yield "preposition", prepositional(verb)
    if cues.reports(verb, "shows") and any(c.dep_ == "nsubj" and cues.is_evidence(c) for c in verb.children):
        yield "shown object", object_content(verb)
    if cues.reports(verb, "tells"):
        yield "told object", object_content(verb)
    if cues.reports(verb, "judges"):
        yield "judged object", judged_content(verb)


def clause(verb: Token) -> Span | None:
    below = [child for child in verb.children if child.dep_ == "ccomp"]
    below = below or _clauses_at_citing(verb) or _clauses_at_place(verb)
    if not below:
        return None
    chosen = next((child for child in below if child.i > verb.i), below[0])
    if chosen.i < verb.i:
        return None if _is_another_sentence(verb, chosen) else content_before(verb, chosen)
    if not _is_whole(chosen) and verb.lemma_ != "say":
        return None
    start, end = _first_words(verb, chosen), _next_words(chosen)
    told = [t for child in below if child.i >= chosen.i for t in child.subtree]
    return trim_edges(verb.doc, start, max((t.i + 1 for t in told if t.i < end), default=start))


def _is_another_sentence(verb: Token, content: Token) -> bool:
    """ "The rebels say it fell; the army denies it": what stands before a semicolon is not what such a verb tells."""
    has_object = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
    return has_object and any(token.text == ";" for token in verb.doc[content.i : verb.i])


def _is_whole(clause: Token) -> bool:
    """A clause of its own, rather than what is seen to be done or thought of ("showed him walking", "finds it odd")."""
    if clause.pos_ == "ADJ":
        return any(child.dep_ in ("cop", "aux", "mark") for child in clause.children)
    links = ("nsubj", "nsubjpass", "expl", "csubj", "mark", "advmod")
    return clause.tag_ not in ("VBN", "VBG") or any(child.dep_ in links for child in clause.children)


def _first_words(verb: Token, content: Token) -> int:
    """Where the content begins; what a parse takes for an object of "said" is its subject."""
    lost = [child.left_edge.i for child in verb.children if child.dep_ == "dobj" and verb.i < child.i < content.i]
    start = min([content.left_edge.i, *(lost if verb.lemma_ == "say" else [])])
    return verb.i + 1 if start < verb.i else start


def _next_words(content: Token) -> int:
    """Where the speaker goes on to say something else: "said it had won, adding that ..."."""
    doc = content.doc
    added = (t for t in content.subtree if t.i > content.i and t.tag_ == "VBG" and doc[t.i - 1].text == ",")
    ends = [t.i for t in added if cues.is_speech(t) or has_trait(t, "citing")]
    ends += [t.i - (doc[t.i - 1].dep_ == "cc") for t in content.children if _is_new_verb(t)]
    return min(ends, default=len(doc))


def _is_new_verb(verb: Token) -> bool:
    """ "said he would review it and | warned against it": a form that cannot share the helper of the verb before it."""
    bare = not any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children)
    return verb.dep_ == "conj" and bare and verb.tag_ in ("VBD", "VBZ") and verb.head.tag_ == "VB"


def _clauses_at_citing(verb: Token) -> list[Token]:
    """The clause of "reported, citing officials, that ..." where the parse hangs it on "citing" or on "officials"."""
    citing = [child for child in verb.children if has_trait(child, "citing") and child.tag_ == "VBG"]
    carriers = [t for child in citing for t in (child, cited_speaker(child)) if t is not None]
    clauses = [child for carrier in carriers for child in carrier.children if child.dep_ in ("ccomp", "acl", "relcl")]
    return [c for c in clauses if c.dep_ == "ccomp" or c.left_edge.lower_ == "that"]


def cited_speaker(verb: Token) -> Token | None:
    """Whom "citing officials" names as the source."""
    return next((child for child in verb.children if child.dep_ == "dobj" and cues.can_speak(child)), None)


def _clauses_at_place(verb: Token) -> list[Token]:
    """The clause of "said in a statement that ..." where the parse hangs it on "statement"."""
    places = [child for child in verb.rights if child.dep_ in ("prep", "npadvmod", "dative")]
    clauses = [t for place in places for t in place.subtree if t.dep_ in labels.ADNOMINAL_CLAUSES]
    return [t for t in clauses if t.left_edge.lower_ == "that" and t.left_edge.dep_ not in labels.SUBJECTS]


def content_before(verb: Token, content: Token) -> Span | None:
    """The content in front of "said the mayor" or "the mayor said", with what opens the sentence."""
    speaker = [t.i for child in verb.children if child.dep_ in labels.SUBJECTS for t in child.subtree]
    left = content.left_edge.i
    if not any(i < left for i in speaker):
        left = min(left, verb.sent.start)
    return trim_edges(verb.doc, left, content.right_edge.i + 1)


def content_around(verb: Token) -> Span | None:
    """The sentence that a speaker is put into: "The train, officials said, is moving", "..., as Reuters reported"."""
    children = {child.dep_ for child in verb.children}
    as_told = any(child.lower_ == "as" for child in verb.children) and not children & COMPLEMENTS
    is_aside = verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and as_told)
    if not is_aside or not children & {"nsubj", "agent"}:
        return None
    return clause_without(verb.head, verb)


def sentence_before(verb: Token) -> Span | None:
    """What "This was reported by Reuters" and "The ministry confirmed this" refer to."""
    this = any(child.dep_ in labels.UNDERGOERS and child.lower_ == "this" for child in verb.children)
    start = verb.sent.start
    if not this or start == 0:
        return None
    told = verb.doc[start - 1].sent
    return trim_edges(verb.doc, told.start, told.end)


def object_and_infinitive(verb: Token) -> Span | None:
    clauses = [child for child in verb.rights if child.dep_ in labels.COMPLEMENT_CLAUSES]
    goal = next((clause for clause in clauses if is_infinitive(clause)), None)
    if goal is None:
        return None
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative") and verb.i < c.i < goal.i]
    return covering_span([t for part in (*objects, goal) for t in part.subtree])


def infinitive(verb: Token) -> Span | None:
    goal = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i and is_infinitive(c)), None)
    return covering_span(goal.subtree) if goal is not None else None


def gerund(verb: Token) -> Span | None:
    done = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i and c.tag_ == "VBG"), None)
    return covering_span(done.subtree) if done is not None else None


def prepositional(verb: Token) -> Span | None:
    preposition = reporting_preposition(verb)
    if preposition is None:
        return None
    return covering_span([token for token in preposition.subtree if token.i > preposition.i])


def reporting_preposition(verb: Token) -> Token | None:
    wanted = cues.prepositions(verb)
    return next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in wanted and c.i > verb.i), None)


def object_content(verb: Token) -> Span | None:
    told = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if told is None or any(child.dep_ == "prt" and child.lower_ in ACTING for child in verb.children):
        return None
    return covering_span([t for part in (told, *_object_complements(verb, told)) for t in _without_aside(part)])


def _without_aside(noun: Token) -> list[Token]:
    """A noun phrase without the relative clause behind a comma, which the article says by itself."""
    later = [token for token in noun.subtree if token.dep_ in labels.ASIDES and token.i > noun.i]
    asides = [token for token in later if noun.doc[token.left_edge.i - 1].text == ","]
    outside = {token.i for aside in asides for token in aside.subtree}
    return [token for token in noun.subtree if token.i not in outside]


def judged_content(verb: Token) -> Span | None:
    """Whom or what one judges: "called | the raid a crime"; by whom it is, in a passive: "| he was blamed for it"."""
    if syntax.is_passive(verb):
        subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
        return covering_span(subject.subtree) if subject is not None else None
    return object_content(verb) or small_clause(verb)


def small_clause(verb: Token) -> Span | None:
    """ "called | the raid a crime", where the parse makes a clause of it."""
    below = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    return covering_span(below.subtree) if below is not None else None


def _object_complements(verb: Token, told: Token) -> list[Token]:
    after = (child for child in verb.children if child.i > told.i)
    return [c for c in after if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ in GROUNDS)]
