"""What a filter shows, as files for other programs: a module a format, ``formats`` the table of all."""

from pipeline.exports.excerpt import Excerpt, Told, read
from pipeline.exports.formats import FORMATS, Format
from pipeline.exports.names import file_name

__all__ = ["FORMATS", "Excerpt", "Format", "Told", "file_name", "read"]
