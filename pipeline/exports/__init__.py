"""What a filter shows, as files for other programs: a module a format; ``formats``, the table of all, by itself."""

from pipeline.exports.excerpt import Excerpt, ExportedRow, read
from pipeline.exports.names import file_name

__all__ = ["Excerpt", "ExportedRow", "file_name", "read"]
