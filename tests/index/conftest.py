from __future__ import annotations

from tests.store.conftest import equally_sure, new_url, postgres, store, url

__all__ = ["equally_sure", "new_url", "postgres", "store", "url"]
