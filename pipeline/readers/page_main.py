"""Which part of a web page holds its article."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.errors import ArticleError
from pipeline.readers.page_words import clutter_lists, names_of

CONTAINERS = ("[itemprop=articleBody]", "article", "main", "[role=main]")
ENOUGH = 140
SHARE = 0.4
PEER = 0.25
"""Share of the longest part's text from which another beside it is a part of the same article."""
LEADING = frozenset({"p", "div", "h2", "section"})
HIGHEST = frozenset({"body", "html"})


def main_parts(page: LexborHTMLParser) -> list[LexborNode]:
    """The elements to read, in order: a headline and lead that stand before the article's own element, and that."""
    root = whole(page)
    main = main_part(page, root)
    return [*headings_before(root, main), main] if main.mem_id != root.mem_id else [root]


def whole(page: LexborHTMLParser) -> LexborNode:
    root = page.body or page.root
    if root is None:
        raise ArticleError.blank()
    return root


def main_part(page: LexborHTMLParser, root: LexborNode) -> LexborNode:
    """The element marked up as the article, or the one with the most text in its own paragraphs."""
    enough = max(ENOUGH, SHARE * paragraph_length(root))
    for selector in CONTAINERS:
        parts = [node for node in page.css(selector) if paragraph_length(node) > 0]
        found = max(parts, key=paragraph_length, default=None)
        if found is None:
            continue
        if (shared := shared_parent(parts, found)) is not None and paragraph_length(shared) >= enough:
            return shared
        if paragraph_length(found) >= enough:
            return found
    return densest(page) or root


def shared_parent(parts: list[LexborNode], largest: LexborNode) -> LexborNode | None:
    """The parent of several parts of about one length, such as the entries of a live blog or a page cut in pieces."""
    parent = largest.parent
    if parent is None or parent.tag in HIGHEST:
        return None
    least = PEER * paragraph_length(largest)
    peers = [part for part in parts if part.parent is not None and part.parent.mem_id == parent.mem_id]
    return parent if sum(paragraph_length(peer) >= least for peer in peers) > 1 else None


def paragraph_length(node: LexborNode) -> int:
    return sum(len(paragraph.text()) for paragraph in node.css("p, li, blockquote"))


def densest(page: LexborHTMLParser) -> LexborNode | None:
    """The lowest element above the parents of most paragraph text, if they hold most of the page's."""
    lengths: dict[int, int] = {}
    holders: dict[int, LexborNode] = {}
    for paragraph in page.css("p"):
        if parent := paragraph.parent:
            holders[parent.mem_id] = parent
            lengths[parent.mem_id] = lengths.get(parent.mem_id, 0) + len(paragraph.text())
    longest = max(lengths.values(), default=0)
    peers = [key for key, length in lengths.items() if length >= PEER * longest]
    if sum(lengths[key] for key in peers) < max(ENOUGH, sum(lengths.values()) / 2):
        return None
    return lowest_above([holders[key] for key in peers])


def lowest_above(nodes: list[LexborNode]) -> LexborNode:
    """The lowest element that holds all of the given ones."""
    shared = [node.mem_id for node in lineage(nodes[0])]
    for node in nodes[1:]:
        line = {each.mem_id for each in lineage(node)}
        shared = [key for key in shared if key in line]
    return next(node for node in lineage(nodes[0]) if node.mem_id == shared[0])


def lineage(node: LexborNode) -> Iterator[LexborNode]:
    """The element and all above it."""
    above: LexborNode | None = node
    while above is not None:
        yield above
        above = above.parent


def headings_before(root: LexborNode, main: LexborNode) -> list[LexborNode]:
    """The headline and the lead that stand before the article's element, each once."""
    leads, around = clutter_lists().leads, {node.mem_id for node in lineage(main)}
    has_headline = main.css_first("h1") is not None
    found: dict[int, LexborNode] = {}
    for node in root.traverse():
        if node.mem_id == main.mem_id:
            break
        wanted = not has_headline if node.tag == "h1" else node.tag in LEADING and bool(names_of(node) & leads)
        if wanted and node.mem_id not in around and not any(each.mem_id in found for each in lineage(node)):
            found[node.mem_id] = node
    return list(found.values())
