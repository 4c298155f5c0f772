"""Time expressions of a Doc: what ``pipeline.dates`` recognises, with the tense that the parse gives each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline import dates
from pipeline.components import slots
from pipeline.components.grammar.time_direction import tense_of_clause
from pipeline.domain import TimeExpression

NAME = "dateline_timexes"


@Language.component(NAME)
def timexes(doc: Doc) -> Doc:
    slots.EXPRESSIONS.write(doc, find(doc))
    return doc


class Tags(Mapping[int, str]):
    """Penn Treebank tags of a Doc by the offset of their word, looked up when asked for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.offsets = doc.to_array("IDX")

    def token(self, offset: int) -> Token:
        """The token at a character; the one before it where that is none of a token's."""
        return self.doc[max(0, int(self.offsets.searchsorted(offset, side="right")) - 1)]

    def __getitem__(self, offset: int) -> str:
        return self.token(offset).tag_

    def __iter__(self) -> Iterator[int]:
        return iter(self.offsets.tolist())

    def __len__(self) -> int:
        return len(self.doc)


def find(doc: Doc) -> list[TimeExpression]:
    """Time expressions with the tense of their clause and the offset of their sentence."""
    text, tags = doc.text, Tags(doc)
    starts = [sentence.start_char for sentence in doc.sents]
    expressions: list[TimeExpression] = []
    for found in dates.recognise(text, tags):
        tense = tense_of_clause(tags.token(found.start))
        if (item := dates.outlook(found, tense)) is not None:
            sentence = starts[bisect_right(starts, item.start) - 1]
            words = text[item.start : item.end]
            expressions.append(
                TimeExpression(item.start, item.end, words, item.type, item.value, item.mod, tense, sentence)
            )
    return expressions
