"""The text of a part of a web page: a paragraph for each block, a line for each row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from pipeline.readers.page_entries import spelled_out
from pipeline.readers.page_words import is_label, visitor_address

BLOCKS = frozenset([
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "figcaption",
    "fieldset", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
])  # fmt: skip
CELLS = frozenset({"td", "th"})
INSIDE_CELLS = "table, p, div, ul, ol, h1, h2, h3, h4, blockquote"
LONGEST_CELL = 300
BETWEEN_CELLS = " – "
HEADINGS = frozenset({"h1", "h2"})
LINKED = 0.85
AGE = re.compile(r"(?:\w+ )?(?:\d+|an?) \w+ ago", re.IGNORECASE)
"""How old a page is, which is another age whenever it is read: "2 days ago", "Updated 3 hours ago"."""
SHORT = 220
"""Characters of the longest block that can be addressed to the visitor."""


@dataclass(slots=True)
class Block:
    """The words of one block element, and how many of their letters are links."""

    tag: str
    element: int
    words: list[str] = field(default_factory=list)
    linked: int = 0

    def text(self) -> str:
        lines = "".join(self.words).split("\n")
        return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)

    def is_link(self) -> bool:
        """Little but links, such as "read also" or a line of sections; a heading may link to its own page."""
        return self.tag not in HEADINGS and self.linked >= LINKED * sum(map(letters, self.words))

    def is_clutter(self) -> bool:
        text = "".join(self.words).strip()
        is_addressed = len(text) <= SHORT and visitor_address().match(text) is not None
        return is_label(text) or is_addressed or AGE.fullmatch(text) is not None


def text_of(roots: list[LexborNode]) -> str:
    """The text of a page's parts, with a blank line between paragraphs."""
    found = (block for root in roots for block in blocks(root))
    texts = (block.text() for block in found if not block.is_link() and not block.is_clutter())
    return "\n\n".join(text for text in texts if text)


def letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def blocks(root: LexborNode) -> Iterator[Block]:
    rows = data_cells(root)
    entries = spelled_out(root)
    block, cell = Block("", 0), 0
    for node in root.traverse(include_text=True):
        if node.tag == "br":
            block.words.append("\n")
        elif node.is_text_node and (node.text_content or "").strip(" \t\r\n"):
            holder, linked, inside, time = holder_of(node, rows)
            if holder.mem_id != block.element:
                yield block
                block = Block(holder.tag or "", holder.mem_id)
            elif inside != cell:
                block.words.append(BETWEEN_CELLS)
            cell = inside
            words = entries.pop(time, None) or (node.text_content or "").replace("\n", " ")
            block.words.append(words)
            block.linked += letters(words) if linked else 0
        elif node.is_text_node:
            block.words.append(" ")
    yield block


def holder_of(node: LexborNode, rows: frozenset[int]) -> tuple[LexborNode, bool, int, int]:
    """The block element that a text stands in, whether there is a link between, its table cell and its ``<time>``.

    In a table of data the block is the row.
    """
    linked, cell, time = False, 0, 0
    while (parent := node.parent) is not None:
        node = parent
        if node.mem_id in rows:
            cell = node.mem_id
        elif node.tag in BLOCKS:
            break
        linked = linked or node.tag == "a"
        time = node.mem_id if node.tag == "time" else time
    return node, linked, cell, time


def data_cells(root: LexborNode) -> frozenset[int]:
    """Cells of tables that hold data: several rows of several short cells with nothing but words in them."""
    found: set[int] = set()
    for table in root.css("table"):
        cells = list(table.css("td, th"))
        rows = len(table.css("tr"))
        if rows > 1 and len(cells) > rows and not any(is_layout(cell) for cell in cells):
            found.update(cell.mem_id for cell in cells)
    return frozenset(found)


def is_layout(cell: LexborNode) -> bool:
    return len(cell.text()) > LONGEST_CELL or len(cell.css(INSIDE_CELLS)) > 1
