"""Words, days and titles of 60 web pages as our reader, trafilatura with htmldate, and justext take them.

And what a page of PDF costs, on files of one and of many pages written on the spot.
"""

from __future__ import annotations

import re
import time
import timeit
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.page_shapes import SHAPES, STORIES
from benchmarks.pdf_shapes import two_columns
from pipeline.readers import pdf, web

WORD = re.compile(r"\w+")
PDF_PAGES, PDF_ROUNDS = (1, 12), 3
Taken = tuple[str, date | None, str | None]


@dataclass(slots=True)
class Sums:
    """Counts over all pages, and the seconds that they took."""

    right: int = 0
    taken: int = 0
    wanted: int = 0
    days: int = 0
    titles: int = 0
    seconds: float = 0

    def row(self, name: str, pages: int) -> str:
        return (
            f"{name:24} words P {self.right / max(self.taken, 1):6.1%} R {self.right / self.wanted:6.1%}"
            f"  days {self.days / pages:6.1%}  titles {self.titles / pages:6.1%}"
            f"  {1000 * self.seconds / pages:5.1f} ms a page"
        )


def ours(page: str) -> Taken:
    article = web.read(page.encode(), None)
    return article.text, article.published, article.title


def trafilaturas(page: str) -> Taken:
    import trafilatura
    from htmldate import find_date

    text = trafilatura.extract(page, include_comments=False, include_tables=True) or ""
    day = find_date(page, original_date=True)
    metadata = trafilatura.extract_metadata(page)
    return text, date.fromisoformat(day) if day else None, metadata.title if metadata else None


def justexts(page: str) -> Taken:
    import justext

    found = justext.justext(page.encode(), justext.get_stoplist("English"))
    return "\n".join(part.text for part in found if not part.is_boilerplate), None, None


def run(_: Path | None) -> int:
    """Print a line a reader; 1 if ours is not the best in words."""
    sums = {name: measured(reader) for name, reader in READERS.items()}
    for name, found in sums.items():
        print(found.row(name, len(SHAPES) * len(STORIES)))
    for pages in PDF_PAGES:
        print(f"{f'PDF of {pages} pages':24} {milliseconds_of_pdf(pages):5.1f} ms a page")
    scores = {name: found.right / max(found.taken, found.wanted) for name, found in sums.items()}
    return int(max(scores, key=lambda name: scores[name]) != "ours")


def milliseconds_of_pdf(pages: int) -> float:
    """The quickest of some rounds of a file of so many pages of prose in two columns, by the page."""
    file = two_columns([story.text for story in STORIES], pages)
    return (
        1000
        * min(timeit.repeat(lambda: pdf.read(file, None), timer=time.process_time, number=1, repeat=PDF_ROUNDS))
        / pages
    )


def measured(reader: Callable[[str], Taken]) -> Sums:
    found = Sums()
    for shape in SHAPES:
        for story in STORIES:
            page, began = shape(story), time.process_time()
            text, day, title = reader(page)
            found.seconds += time.process_time() - began
            taken, wanted = Counter(WORD.findall(text)), Counter(WORD.findall(story.text))
            found.right += (taken & wanted).total()
            found.taken += taken.total()
            found.wanted += wanted.total()
            found.days += day == story.published
            found.titles += title == story.title
    return found


READERS: dict[str, Callable[[str], Taken]] = {"ours": ours, "trafilatura + htmldate": trafilaturas, "justext": justexts}
