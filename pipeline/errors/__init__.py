"""Everything that can go wrong and that a user can do something about."""

from __future__ import annotations

from pipeline.errors.articles import ArticleError
from pipeline.errors.base import PipelineError
from pipeline.errors.corrections import CorrectionError
from pipeline.errors.installation import LexiconError, SettingsError
from pipeline.errors.runs import BatchError, LinkingError, OutputError
from pipeline.errors.shares import ShareError
from pipeline.errors.store import IndexDamagedError, SearchError, StoreAwayError, StoreError

__all__ = [
    "ArticleError",
    "BatchError",
    "CorrectionError",
    "IndexDamagedError",
    "LexiconError",
    "LinkingError",
    "OutputError",
    "PipelineError",
    "SearchError",
    "SettingsError",
    "ShareError",
    "StoreAwayError",
    "StoreError",
]
