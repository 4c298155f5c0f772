"""Time expressions of a Doc: what ``pipeline.dates`` recognises, with the tense that the parse gives each."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline import dates
from pipeline.components import slots
from pipeline.components.grammar.time_direction import is_moved_from, tense_of_clause
from pipeline.components.texts import text_of
from pipeline.domain import TimeExpression

NAME = "dateline_timexes"


@Language.component(NAME)
def timexes(doc: Doc) -> Doc:
    slots.EXPRESSIONS.write(doc, find_time_expressions(doc))
    return doc


class Tags(Mapping[int, str]):
    """Penn Treebank tags of a Doc by the offset of their word, looked up when asked for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.offsets: list[int] = doc.to_array("IDX").tolist()

    def token(self, offset: int) -> Token:
        """The token at a character; the one before it where that is none of a token's."""
        return self.doc[max(0, bisect_right(self.offsets, offset) - 1)]

    def __getitem__(self, offset: int) -> str:
        return self.token(offset).tag_

    def __iter__(self) -> Iterator[int]:
        return iter(self.offsets)

    def __len__(self) -> int:
        return len(self.doc)


def find_time_expressions(doc: Doc) -> list[TimeExpression]:
    """Time expressions with the tense of their clause and the offset of their sentence."""
    tags, text = Tags(doc), text_of(doc)
    starts = list(itertools.compress(tags.offsets, doc.to_array("SENT_START") == 1))
    told = [(item, tags.token(item.start)) for item in dates.recognise(text, tags)]
    kept = [
        (item, anchor, tense)
        for found, anchor in told
        if (item := dates.outlook(found, tense := tense_of_clause(anchor))) is not None
    ]
    following = [item for item, _, _ in kept[1:]]
    return [
        TimeExpression(
            start=item.start,
            end=item.end,
            text=text[item.start : item.end],
            type=item.type,
            value=item.value,
            mod=item.mod,
            tense=tense,
            sentence=starts[bisect_right(starts, item.start) - 1],
            bound=dates.open_side_of(text, item),
            opens_range=dates.opens_range(text, item, after) and not is_moved_from(anchor),
        )
        for (item, anchor, tense), after in itertools.zip_longest(kept, following)
    ]
