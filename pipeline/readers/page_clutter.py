"""Taking out of a web page what no reader of its article reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.readers.page_words import clutter_lists, is_label, names_of

NEVER_TEXT = (
    "script, style, noscript, template, svg, math, iframe, object, canvas, audio, video, button, select, textarea, "
    "nav, footer, aside, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=complementary], "
    "[role=contentinfo], [role=dialog], [role=alertdialog], amp-ad, amp-sidebar, amp-social-share, amp-consent"
)
UNSEEN = re.compile(r"display:none|visibility:hidden|font-size:0(?![.\d])")
WHOLE = frozenset({"html", "body", "main", "article", "td", "tr", "tbody", "table"})
MOST = 0.4
"""Share of the page's text beyond which an element is the article, whatever it is called."""
CAPTION_WORDS = 6


def drop_clutter(page: LexborHTMLParser) -> None:
    """Drop what is hidden, what is called by a name of clutter, and lists of other stories with their headings.

    An element with the headline or with a large part of the page's text is kept in spite of its name.
    """
    drop_unshown(page)
    root = page.body or page.root
    if root is None:
        return
    drop_by_name(root)
    drop_other_stories(root)
    drop_short_captions(root)


def drop_unshown(page: LexborHTMLParser) -> None:
    """Drop what a browser does not show as text, and what stands beside the page's text."""
    for node in page.css(NEVER_TEXT):
        node.decompose()
    for node in page.css("[style]"):
        if UNSEEN.search("".join(str(node.attributes.get("style") or "").lower().split())):
            node.decompose()


def drop_by_name(root: LexborNode) -> None:
    enough = MOST * len(root.text())
    for node in root.css("[class], [id], [data-testid], [data-component]"):
        if node.tag not in ("html", "body") and is_clutter(node, enough):
            node.decompose()


def is_clutter(node: LexborNode, enough: float) -> bool:
    """Whether an element is hidden by its name, a discussion without a headline, or a small part of the page that is
    named so."""
    words, names = clutter_lists(), names_of(node)
    discussed = bool(names & words.discussions) and not has_headline(node)
    if names & words.hidden or discussed:
        return True
    return bool(names & (words.names | words.credits)) and node.tag not in WHOLE and is_minor(node, enough)


def is_minor(node: LexborNode, enough: float) -> bool:
    return len(node.text()) < enough and not has_headline(node)


def has_headline(node: LexborNode) -> bool:
    return node.css_first("h1, [itemprop=articleBody], [itemprop=headline]") is not None


def drop_other_stories(root: LexborNode) -> None:
    """Headings such as "Related stories" with all that follows them up to the next heading of their rank or above."""
    enough = MOST * len(root.text())
    for heading in root.css("h2, h3, h4, h5, h6, p, div, strong, b, a, span"):
        if not is_label(heading.text()[:60]) or len(heading.text()) > 60:
            continue
        below = list(following_siblings(heading)) if str(heading.tag).startswith("h") else []
        if sum(len(node.text()) for node in below) < enough:
            for node in below:
                node.decompose()
        heading.decompose()


def following_siblings(heading: LexborNode) -> Iterator[LexborNode]:
    """The elements beside a heading that stand below it."""
    node = heading.next
    while node is not None:
        if node.tag in ("h1", "h2", "h3", "h4", "h5", "h6") and str(node.tag) <= str(heading.tag):
            return
        yield node
        node = node.next


def drop_short_captions(root: LexborNode) -> None:
    """Captions that are sentences are read; names of things in pictures are not."""
    for caption in root.css("figcaption"):
        text = caption.text().strip()
        if len(text.split()) < CAPTION_WORDS and not text.endswith("."):
            caption.decompose()
