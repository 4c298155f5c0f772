"""A time right behind a reporting verb belongs to it: "said last month | she had quit", "said on Monday | it would".

Without "that" the parser hangs such a time on the verb of what is said. Every reader of the parse would then date the
deed by the day of the words.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.components.grammar import cues, syntax

NAME = "dateline_reporting_times"
TIMES = frozenset({"DATE", "TIME"})


@Language.component(NAME)
def reporting_times(doc: Doc) -> Doc:
    for token in doc:
        if _is_time(token) and _is_of_report(token):
            token.head = token.head.head
    return doc


def _is_time(adjunct: Token) -> bool:
    """ "last month", "on Tuesday"."""
    if adjunct.dep_ == "npadvmod":
        return adjunct.ent_type_ in TIMES
    return adjunct.dep_ == "prep" and any(noun.ent_type_ in TIMES for noun in adjunct.children)


def _is_of_report(time: Token) -> bool:
    """Whether it stands between a reporting verb and the subject of the clause that it hangs on."""
    said, report = time.head, time.head.head
    if said.dep_ != "ccomp" or not cues.is_speech(report) or time.left_edge.i != report.i + 1:
        return False
    return any(time.i < subject.i for subject in syntax.subjects(said))
