"""A part of a corpus: some hundred articles that one worker reads at a time, and the file that comes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from uuid import uuid4

import msgspec
import pyarrow as pa
from pyarrow import parquet

from pipeline import codec, corpus, settings
from pipeline.corpus import Failure, Input, Output
from pipeline.domain import Analysis, Article, article_id
from pipeline.errors import BatchError
from pipeline.limited import Worker
from pipeline.store.run_folder import MANIFEST, Manifest

MOST_ARTICLES, MOST_CHARACTERS = 128, 1_000_000
"""Of a part: a minute of work or less, which is what is lost with a worker."""
SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("ordinal", pa.int64()),
        ("given_id", pa.string()),
        ("title", pa.string()),
        ("outlet", pa.string()),
        ("url", pa.string()),
        ("language", pa.string()),
        ("published", pa.date32()),
        ("published_basis", pa.string()),
        ("published_candidates", pa.list_(pa.date32())),
        ("received", pa.date32()),
        ("words", pa.int32()),
        ("events", pa.int32()),
        ("movements", pa.int32()),
        ("reading", pa.binary()),
        ("analysis", pa.binary()),
    ]
)
"""A row an article. ``ordinal`` is its place in the corpus; reading and analysis are JSON, as the store keeps them."""


INPUTS = b"inputs"
"""Where the file of a part keeps the digest of what it was read from."""


@dataclass(frozen=True, slots=True)
class Part:
    """Articles that are read together. ``first`` is the place of the first of them in the corpus."""

    number: int
    first: int
    inputs: tuple[Input, ...]

    def digest(self) -> bytes:
        """Equal for two parts of the same inputs in the same places."""
        return sha256(msgspec.msgpack.encode((self.first, self.inputs))).hexdigest().encode()


@dataclass(frozen=True, slots=True)
class Done:
    """How many articles of a part were read, and how many could not be."""

    articles: int
    dead: int


def split_parts(inputs: Iterable[Input]) -> Iterator[Part]:
    """The corpus in parts, the same for every run over it."""
    rest, number, first = iter(inputs), 0, 0
    while found := tuple(take_part(rest)):
        yield Part(number, first, found)
        number, first = number + 1, first + len(found)


def take_part(inputs: Iterator[Input]) -> Iterator[Input]:
    characters = 0
    for found in islice(inputs, MOST_ARTICLES):
        yield found
        characters += len(found.text) if isinstance(found, Article) else 0
        if characters >= MOST_CHARACTERS:
            return


def read_part(part: Part, folder: str, manifest: Manifest) -> Done:
    """Read the articles of a part and write them, and apart from them those that cannot be read.

    The file of the part is written last and takes its name when it is whole: it says that the part is done.
    Raises BatchError on a machine that would read them otherwise, or write them elsewhere.
    """
    check_worker(Path(folder), manifest)
    rows, dead = [], []
    for ordinal, (given, output) in enumerate(zip(part.inputs, outputs(part.inputs), strict=True), start=part.first):
        if output.failed or isinstance(given, Failure):
            dead.append(dead_letter(given, output))
        else:
            rows.append(row(ordinal, given, output))
    write_letters(dead, dead_letter_file(Path(folder), part.number))
    write_rows(rows, part_file(Path(folder), part.number), part.digest())
    return Done(len(rows), len(dead))


def check_worker(folder: Path, manifest: Manifest) -> None:
    here = Manifest.of(manifest.corpus)
    if here != manifest:
        raise BatchError.other_worker(here.reader(), manifest.reader())
    path = folder / MANIFEST
    if not path.is_file() or Manifest.read(path) != manifest:
        raise BatchError.not_shared(str(folder))


def outputs(inputs: Iterable[Input]) -> Iterator[Output]:
    """What each input gives. An article that fails is tried twice, the second time alone."""
    for chunk in corpus.split_chunks(inputs):
        articles = [given for given in chunk if isinstance(given, Article)]
        found = iter(corpus.ask_worker(worker(), articles))
        for given in chunk:
            if isinstance(given, Failure):
                yield corpus.failure_line(given)
                continue
            output = next(found)
            tried_once = output.failed and len(articles) == 1
            yield corpus.ask_worker(worker(), [given])[0] if tried_once else output


@cache
def worker() -> Worker:
    """The process with limits that reads for this one: the model is loaded once a worker."""
    return Worker("pipeline.corpus:answer", seconds=corpus.LONGEST_CHUNK, memory=settings.memory())


def row(ordinal: int, given: Article, output: Output) -> dict[str, object]:
    """An article under the hash of its text, as the store keeps it."""
    analysis = codec.analysis_from_json(output.json)
    article = replace(analysis.article, id=article_id(analysis.article.text))
    return kept_row(ordinal, given.id, output.reading, replace(analysis, article=article))


def kept_row(ordinal: int, given_id: str, reading: bytes | None, analysis: Analysis) -> dict[str, object]:
    """An article in the columns of ``SCHEMA``."""
    article = analysis.article
    return {
        "id": article.id,
        "ordinal": ordinal,
        "given_id": given_id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "published": article.published,
        "published_basis": article.published_basis,
        "published_candidates": article.published_candidates,
        "received": article.received,
        "words": len(article.text.split()),
        "events": len(analysis.events),
        "movements": len(analysis.movements),
        "reading": reading,
        "analysis": codec.to_json(analysis),
    }


def dead_letter(given: Input, output: Output) -> bytes:
    """An input that could not be read, with all that is needed to try it again, and why."""
    error = given.error if isinstance(given, Failure) else msgspec.json.decode(output.json)["error"]
    if isinstance(given, Failure):
        return msgspec.json.encode({"id": given.id, "file": given.file, "error": error})
    fields = {name: getattr(given, name) for name in ("id", "text", "title", "published", "received", "outlet", "url")}
    return msgspec.json.encode({**fields, "error": error})


def part_file(folder: Path, number: int) -> Path:
    return folder / "parts" / f"{number:09}.parquet"


def dead_letter_file(folder: Path, number: int) -> Path:
    return folder / "dead_letters" / f"{number:09}.jsonl"


def is_done(part: Part, folder: Path) -> bool:
    """Whether an earlier run has read these inputs; what it read of others in their place is read anew."""
    path = part_file(folder, part.number)
    try:
        return path.exists() and (parquet.read_schema(path).metadata or {}).get(INPUTS) == part.digest()
    except (pa.ArrowException, OSError):
        return False


def write_letters(letters: list[bytes], path: Path) -> None:
    if letters:
        write_whole(path, b"\n".join(letters) + b"\n")
    else:
        path.unlink(missing_ok=True)


def write_rows(rows: list[dict[str, object]], path: Path, digest: bytes = b"") -> None:
    sink = pa.BufferOutputStream()
    table = pa.Table.from_pylist(rows, SCHEMA.with_metadata({INPUTS: digest}))
    parquet.write_table(table, sink, compression="zstd")
    write_whole(path, sink.getvalue())


def write_whole(path: Path, data: bytes | pa.Buffer) -> None:
    """Write a file that is whole under its name, or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
