"""What Streamlit's page makes of a Markdown string: the CommonMark in it, and all that it looks for beyond that."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from pages.language.markdown import JOINER

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "softbreak"}
BEYOND = re.compile(
    r"(?:https?://|www\.)\w"  # links without brackets
    r"|[-.\w+]+@[-\w]+\.[-\w]"  # addresses of mail
    r"|:\+1:|:-1:|:[\w-]+:|:material/|:streamlit:"  # emoji and icons
    r"|(?:^|\s)(?:<->|->|<-|--|>=|<=|~=)(?:\s|$)",  # arrows
    re.IGNORECASE,
)
IN_SOURCE = re.compile(r"(?<!\\):\w+(?=[\[{])|(?<!\\)\$[^$\s]")
"""Colours and other directives, formulas: a backslash before them is enough."""

HOSTILE = [
    "![x](//example.org/x.png)",
    "[read](http://example.org)",
    "http://example.org/a and https://example.org",
    "see www.example.org, WWW.example.org",
    "write to ana@example.org",
    ":red[Ana] :smile: :+1:",
    ":material/home: :material/delete_forever: :streamlit:",
    "a -> b <- c <-> d -- e >= f <= g ~= h",
    "$5 and $x^2$ or $$y$$",
    "*and* _more_ `code` <b>bold</b> ~~gone~~ **loud**",
    "# Heading",
    "- item",
    "12. item",
    "> quoted",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Title\n=====",
    "Above\n\n---",
    "one\n\n    code",
    "&amp; &#58;smile&#58;",
    "<https://example.org>",
]


def shown(source: str) -> str:
    """The characters that stand on the screen, without those that have no width."""
    parsed = PARSER.parse(source)
    lines = ["".join(part.content or "\n" for part in token.children or ()) for token in parsed if token.children]
    return "\n\n".join(lines).replace(JOINER, "")


def read_as_markup(source: str) -> bool:
    """Whether anything of it would be shown as other than its own characters."""
    tokens = [each for token in PARSER.parse(source) for each in (token, *(token.children or ()))]
    text = "".join(token.content for token in tokens if token.type in ("text", "text_special"))
    return bool({token.type for token in tokens} - PLAIN or BEYOND.search(text) or IN_SOURCE.search(source))
