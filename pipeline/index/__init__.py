"""What pages ask: derived from the store, disposable, and brought up to date after each write, by its number."""

from pipeline.index.index import Index
from pipeline.index.place import folder_of

__all__ = ["Index", "folder_of"]
