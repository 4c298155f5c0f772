"""A saved web page: the main text, and what the page says of itself. Nothing it refers to is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers import plain
from pipeline.readers.drafts import draft
from pipeline.readers.page_metadata import metadata_of

DROPPED = (
    "script, style, noscript, template, svg, math, iframe, object, canvas, audio, video, button, select, textarea, "
    "nav, footer, aside, dialog, figcaption, [hidden], [aria-hidden=true], [role=navigation], [role=complementary], "
    "[role=contentinfo], [style*='display:none'], [style*='display: none']"
)
CONTAINERS = ("[itemprop=articleBody]", "article", "main", "[role=main]")
BLOCKS = frozenset([
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
])  # fmt: skip
HEADINGS = frozenset({"h1", "h2"})
CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
HEAD_LENGTH = 4096
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
NEVER_DEEP = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
])  # fmt: skip
DEPTH_LIMIT = 500
MAIN_LENGTH = 140
MAIN_SHARE = 0.4


def read(data: bytes, received: date | None) -> Article:
    """Raises ArticleError if the page has no text. A publication day after ``received`` is left out as untrue."""
    page = parse(decode(data))
    said = metadata_of(page)
    drop_clutter(page)
    impossible = said.published and received and said.published > received
    return draft(
        text_of(main_part(page)),
        title=said.title,
        published=None if impossible else said.published,
        basis="metadata",
        received=received,
        outlet=said.outlet,
        url=said.url,
    )


def decode(data: bytes) -> str:
    """The page in the encoding that it names, if it is right about that."""
    named = CHARSET.search(data[:HEAD_LENGTH])
    try:
        return data.decode(named.group(1).decode() if named else "utf-8")
    except (LookupError, UnicodeDecodeError):
        return plain.decode(data)


def parse(source: str) -> LexborHTMLParser:
    """The page as a tree. Raises ArticleError for elements so deep in each other that parsing takes minutes."""
    depth = 0
    for closing, name in TAG.findall(source):
        if name.lower() not in NEVER_DEEP:
            depth = max(0, depth - 1) if closing else depth + 1
            if depth > DEPTH_LIMIT:
                raise ArticleError.damaged("HTML")
    return LexborHTMLParser(source)


def drop_clutter(page: LexborHTMLParser) -> None:
    """Take out what no reader of the article reads."""
    for node in page.css(DROPPED):
        node.decompose()


def main_part(page: LexborHTMLParser) -> LexborNode:
    """The element that holds the article: marked up as such, or the one with the most text in its own paragraphs."""
    root = whole(page)
    enough = max(MAIN_LENGTH, MAIN_SHARE * paragraph_length(root))
    for selector in CONTAINERS:
        found = max(page.css(selector), key=paragraph_length, default=None)
        if found is not None and paragraph_length(found) >= enough:
            return found
    return densest(page) or root


def whole(page: LexborHTMLParser) -> LexborNode:
    root = page.body or page.root
    if root is None:
        raise ArticleError.blank()
    return root


def paragraph_length(node: LexborNode) -> int:
    return sum(len(paragraph.text()) for paragraph in node.css("p"))


def densest(page: LexborHTMLParser) -> LexborNode | None:
    """The parent of the most paragraph text, if that is most of the page's."""
    lengths: dict[int, int] = {}
    parents: dict[int, LexborNode] = {}
    for paragraph in page.css("p"):
        if parent := paragraph.parent:
            parents[parent.mem_id] = parent
            lengths[parent.mem_id] = lengths.get(parent.mem_id, 0) + len(paragraph.text())
    largest = max(lengths, key=lambda parent: lengths[parent], default=None)
    if largest is None or lengths[largest] < max(MAIN_LENGTH, sum(lengths.values()) / 2):
        return None
    return parents[largest]


@dataclass(slots=True)
class Block:
    """The words of one block element, and how many of their characters are links."""

    tag: str
    element: int
    words: list[str] = field(default_factory=list)
    linked: int = 0

    def text(self) -> str:
        lines = "".join(self.words).split("\n")
        return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)

    def is_link(self) -> bool:
        """Nothing but links, such as "read also"; a heading may link to its own page."""
        return self.tag not in HEADINGS and self.linked >= sum(len(word.strip()) for word in self.words)


def text_of(root: LexborNode) -> str:
    """The text of a page's part: a paragraph for each block, with a blank line between them."""
    texts = (block.text() for block in blocks(root) if not block.is_link())
    return "\n\n".join(text for text in texts if text)


def blocks(root: LexborNode) -> Iterator[Block]:
    block = Block("", 0)
    for node in root.traverse(include_text=True):
        if node.tag == "br":
            block.words.append("\n")
        elif node.is_text_node:
            holder, linked = holder_of(node)
            if holder.mem_id != block.element:
                yield block
                block = Block(holder.tag or "", holder.mem_id)
            words = (node.text_content or "").replace("\n", " ")
            block.words.append(words)
            block.linked += len(words.strip()) if linked else 0
    yield block


def holder_of(node: LexborNode) -> tuple[LexborNode, bool]:
    """The block element that a text stands in, and whether there is a link between."""
    linked = False
    while (parent := node.parent) is not None:
        node = parent
        if node.tag in BLOCKS:
            break
        linked = linked or node.tag == "a"
    return node, linked
