"""Times that the parser hangs on the wrong word: "said last month | she had quit", "back from a trip | on Monday".

Without "that" it hangs a time behind a reporting verb on the verb of what is said, and the time of a return on the
journey before it. Every reader of the parse would then date the deed by the day of the words, the visit by that of the
return.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.components.grammar import cues, labels, motion_words, syntax, tenses
from pipeline.components.grammar.traits import has_trait

NAME = "dateline_time_attachment"


@Language.component(NAME)
def time_attachment(doc: Doc) -> Doc:
    for token in doc:
        if not _is_time(token):
            continue
        if _is_of_report(token):
            token.head = token.head.head
        elif (word := _return_before(token) or _object_of_inquiry(token)) is not None:
            token.head = word
    return doc


def _is_time(adjunct: Token) -> bool:
    """ "last month", "on Tuesday"."""
    if adjunct.dep_ == "npadvmod":
        return adjunct.ent_type_ in labels.TIMES
    return adjunct.dep_ == "prep" and any(noun.ent_type_ in labels.TIMES for noun in adjunct.children)


def _is_of_report(time: Token) -> bool:
    """Whether it stands between a reporting verb and the subject of the clause that it hangs on."""
    said, report = time.head, time.head.head
    if said.dep_ != "ccomp" or not cues.is_speech(report) or time.left_edge.i != report.i + 1:
        return False
    return any(time.i < subject.i for subject in syntax.subjects(said))


def _return_before(time: Token) -> Token | None:
    """The verb of a return from the visit, or from its place, that the time hangs on."""
    noun = time.head
    while noun.pos_ in labels.NOMINAL and noun.dep_ == "pobj":
        if noun.head.lower_ == "from":
            is_visit = "visits" in motion_words.kinds(noun)
            return noun.head.head if is_visit and has_trait(noun.head.head, "homeward") else None
        noun = noun.head.head
    return None


def _object_of_inquiry(time: Token) -> Token | None:
    """The object of what is still done about it: "are investigating a crash | on Monday" happened on Monday."""
    verb = time.head
    if verb.pos_ != "VERB" or tenses.tense(verb) != "present" or not has_trait(verb, "aftermath"):
        return None
    things = [child for child in verb.rights if child.dep_ == "dobj" and child.pos_ == "NOUN" and child.i < time.i]
    return next((thing for thing in things if not _is_after_comma(thing, time)), None)


def _is_after_comma(thing: Token, time: Token) -> bool:
    return any(word.is_punct and word.text == "," for word in thing.doc[thing.i : time.left_edge.i])
