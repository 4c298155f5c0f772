"""PDF files. A process of its own reads them, so that a file made to hang or crash its reader takes nothing with it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers.drafts import TEXT_LIMIT, draft
from pipeline.readers.reflow import paragraphs

PAGE_LIMIT = 200
SECONDS = 30
PROGRAM = Path(__file__).with_name("pdf_pages.py")


def read(data: bytes, received: date | None) -> Article:
    found = paragraphs(pages(data))
    if not found:
        raise ArticleError.pictures_only()
    return draft("\n\n".join(found), received=received)


def pages(data: bytes, seconds: int = SECONDS) -> list[str]:
    """The texts of the pages, in their order. Raises ArticleError if they cannot be had in time."""
    command = [sys.executable, "-I", str(PROGRAM), str(PAGE_LIMIT), str(TEXT_LIMIT)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=True, timeout=seconds)
        found = msgspec.json.decode(done.stdout, type=list[str] | Literal["locked", "damaged"] | int)
    except subprocess.TimeoutExpired as error:
        raise ArticleError.too_slow("PDF", seconds) from error
    except (subprocess.CalledProcessError, msgspec.DecodeError) as error:
        raise ArticleError.damaged("PDF") from error
    if isinstance(found, int):
        raise ArticleError.too_many_pages(found, PAGE_LIMIT)
    if isinstance(found, str):
        raise ArticleError.locked("PDF") if found == "locked" else ArticleError.damaged("PDF")
    return found
