"""What the builder collects about a place before it is packed."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.gazetteer.keys import key

LONGEST_ALIAS_WORDS = 5
SHORTEST_ALIAS = 4
SHORTEST_OF_LARGE = 3
LARGE_CITY = 100_000


@dataclass(slots=True)
class Row:
    """A place and all its names; fields as in ``pipeline.gazetteer.entries.Entry``.

    ``names`` are those that lexicons give it beside its own: as good as that. ``aliases`` are what GeoNames has.
    """

    id: int
    name: str
    country: str | None
    admin1: str | None
    admin2: str | None
    feature: str
    latitude: float | None
    longitude: float | None
    population: int
    curated: bool = False
    aliases: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def filing_keys(self) -> dict[str, bool]:
        """The forms to file the place under, each with whether it is an alias."""
        forms = {form: True for form in map(key, self.aliases) if form}
        forms |= {form: False for form in map(key, (self.name, *self.names)) if form}
        return forms


def usable_alias(alias: str, population: int) -> bool:
    """Whether English text may use the alias: Latin letters, not a code, not a sentence."""
    form = key(alias)
    shortest = SHORTEST_OF_LARGE if population >= LARGE_CITY and not alias.isupper() else SHORTEST_ALIAS
    is_latin = form.isascii() and not any(letter.isdigit() for letter in form)
    return is_latin and len(form) >= shortest and form.count(" ") < LONGEST_ALIAS_WORDS
