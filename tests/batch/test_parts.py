from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pyarrow import parquet

import pipeline
from pipeline import codec, corpus
from pipeline.batch import parts
from pipeline.batch.parts import Done, Part, dead_letter_file, part_file, read_part, split_parts
from pipeline.corpus import Failure
from pipeline.domain import Article
from pipeline.errors import BatchError
from pipeline.limited import Worker
from pipeline.readers import draft, lines


@pytest.fixture(autouse=True, scope="module")
def worker_ended() -> Iterator[None]:
    yield
    parts.worker().close()
    parts.worker.cache_clear()


def article(text: str) -> Article:
    return draft(text)


def test_parts_follow_each_other_and_are_bounded_in_articles_and_in_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_ARTICLES", 3)
    monkeypatch.setattr(parts, "MOST_CHARACTERS", 50)
    given = [article("Rain fell."), article("Rain fell in Porto. " * 5), *[article(f"Day {n}.") for n in range(4)]]
    found = list(split_parts(given))
    assert [(part.number, part.first, len(part.inputs)) for part in found] == [(0, 0, 2), (1, 2, 3), (2, 5, 1)]
    assert [each for part in found for each in part.inputs] == given


def test_a_part_holds_articles_as_the_store_keeps_them_and_apart_what_failed(tmp_path: Path) -> None:
    given = lines.read([b'{"id": "k1", "text": "Ana Prado left Lisbon.", "published": "2021-05-04"}'], None)
    (known,) = given
    assert isinstance(known, Article)
    part = Part(4, 10, (Failure("line 3", "It is no JSON."), known))
    assert read_part(part, str(tmp_path), pipeline.VERSION) == Done(1, 1)
    (row,) = parquet.read_table(part_file(tmp_path, 4)).to_pylist()
    assert (row["ordinal"], row["given_id"], row["published"].isoformat()) == (11, "k1", "2021-05-04")
    analysis = codec.analysis_from_json(row["analysis"])
    assert analysis.article.id == row["id"] == article("Ana Prado left Lisbon.").id
    assert [movement.mover.name for movement in analysis.movements if movement.mover] == ["Ana Prado"]
    assert codec.reading_from_json(row["reading"]).movements
    assert msgspec.json.decode(dead_letter_file(tmp_path, 4).read_bytes()) == {
        "id": "line 3",
        "error": "It is no JSON.",
    }


@pytest.mark.parametrize("beside", [0, 2])
def test_an_article_that_takes_too_long_is_tried_twice_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: int
) -> None:
    slow = article("Lisbon was full of rain on that day. " * 400)
    seen: Counter[str] = Counter()

    def seconds(each: Article) -> float:
        seen[each.id] += 1
        return 0.01 if each == slow or seen[each.id] == 1 else 60

    monkeypatch.setattr(corpus, "seconds_for", seconds)
    times: list[float] = []
    ask = Worker.ask

    def counted(self: Worker, request: bytes, seconds: float) -> bytes:
        times.append(seconds)
        return ask(self, request, seconds)

    monkeypatch.setattr(Worker, "ask", counted)
    part = Part(0, 0, (slow, *[article(f"Ana Prado left Lisbon on {day} May.") for day in range(1, beside + 1)]))
    assert read_part(part, str(tmp_path), pipeline.VERSION) == Done(beside, 1)
    assert [each for each in times if each < 1] == pytest.approx([0.01 * (beside + 1), 0.01])
    (letter,) = dead_letter_file(tmp_path, 0).read_bytes().splitlines()
    (again,) = lines.read([letter], None)
    assert again == slow


def test_a_worker_of_another_version_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="the same version"):
        read_part(Part(0, 0, ()), str(tmp_path), "0.0.0")
    assert not list(tmp_path.iterdir())
