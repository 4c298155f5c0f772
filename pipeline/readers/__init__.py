"""Bytes of a file -> articles. Nothing is fetched, nothing is guessed that the file does not say.

Offsets count the text as it is extracted here, which is the text that is kept.
"""

from __future__ import annotations

from pipeline.readers.drafts import check_published, draft, parse_day, with_given
from pipeline.readers.files import KINDS, read
from pipeline.readers.written_days import written_day

__all__ = ["KINDS", "check_published", "draft", "parse_day", "read", "with_given", "written_day"]
