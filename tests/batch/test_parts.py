from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pyarrow import parquet

from pipeline import codec, corpus
from pipeline.batch import parts
from pipeline.batch.parts import Done, Part, dead_letter_file, is_done, part_file, read_part, split_parts, write_whole
from pipeline.corpus import Failure
from pipeline.domain import Article
from pipeline.errors import BatchError
from pipeline.limited import Worker
from pipeline.readers import draft, lines
from pipeline.store.run_folder import MANIFEST, Manifest


@pytest.fixture(autouse=True, scope="module")
def worker_ended() -> Iterator[None]:
    yield
    parts.worker().close()
    parts.worker.cache_clear()


@pytest.fixture
def run(tmp_path: Path) -> Manifest:
    """What a run over any corpus notes in its folder."""
    manifest = Manifest.of("any")
    write_whole(tmp_path / MANIFEST, msgspec.json.encode(manifest))
    return manifest


def article(text: str) -> Article:
    return draft(text)


def test_parts_follow_each_other_and_are_bounded_in_articles_and_in_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_ARTICLES", 3)
    monkeypatch.setattr(parts, "MOST_CHARACTERS", 50)
    given = [article("Rain fell."), article("Rain fell in Porto. " * 5), *[article(f"Day {n}.") for n in range(4)]]
    found = list(split_parts(given))
    assert [(part.number, part.first, len(part.inputs)) for part in found] == [(0, 0, 2), (1, 2, 3), (2, 5, 1)]
    assert [each for part in found for each in part.inputs] == given


def test_a_part_holds_articles_as_the_store_keeps_them_and_apart_what_failed(tmp_path: Path, run: Manifest) -> None:
    given = lines.read([b'{"id": "k1", "text": "Ana Prado left Lisbon.", "published": "2021-05-04"}'], None)
    (known,) = given
    assert isinstance(known, Article)
    part = Part(4, 10, (Failure("line 3", "It is no JSON.", "news/a.jsonl"), known))
    assert read_part(part, str(tmp_path), run) == Done(1, 1)
    (row,) = parquet.read_table(part_file(tmp_path, 4)).to_pylist()
    assert (row["ordinal"], row["given_id"], row["published"].isoformat()) == (11, "k1", "2021-05-04")
    analysis = codec.analysis_from_json(row["analysis"])
    assert analysis.article.id == row["id"] == article("Ana Prado left Lisbon.").id
    assert [movement.mover.name for movement in analysis.movements if movement.mover] == ["Ana Prado"]
    assert codec.reading_from_json(row["reading"]).movements
    assert msgspec.json.decode(dead_letter_file(tmp_path, 4).read_bytes()) == {
        "id": "line 3",
        "file": "news/a.jsonl",
        "error": "It is no JSON.",
    }


@pytest.mark.parametrize("beside", [0, 2])
def test_an_article_that_takes_too_long_is_tried_twice_and_can_be_tried_again(
    tmp_path: Path, run: Manifest, monkeypatch: pytest.MonkeyPatch, beside: int
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
    assert read_part(part, str(tmp_path), run) == Done(beside, 1)
    assert [each for each in times if each < 1] == pytest.approx([0.01 * (beside + 1), 0.01])
    (letter,) = dead_letter_file(tmp_path, 0).read_bytes().splitlines()
    (again,) = lines.read([letter], None)
    assert again == slow


@pytest.mark.parametrize("other", [{"version": "0.0.0"}, {"model": "en_core_web_lg"}])
def test_a_worker_of_another_version_or_model_writes_nothing(
    tmp_path: Path, run: Manifest, other: dict[str, str]
) -> None:
    with pytest.raises(BatchError, match=f"this command .*{next(iter(other.values()))}"):
        read_part(Part(0, 0, ()), str(tmp_path), msgspec.structs.replace(run, **other))
    assert not part_file(tmp_path, 0).exists()


def test_a_worker_that_does_not_see_the_folder_of_the_run_writes_nothing(tmp_path: Path, run: Manifest) -> None:
    with pytest.raises(BatchError, match="a disk that all workers see"):
        read_part(Part(0, 0, ()), str(tmp_path / "elsewhere"), run)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    ("part", "done"),
    [
        pytest.param(Part(0, 0, (Failure("a", "b"),)), True, id="the same"),
        pytest.param(Part(0, 0, (Failure("a", "c"),)), False, id="other inputs"),
        pytest.param(Part(0, 1, (Failure("a", "b"),)), False, id="in another place"),
        pytest.param(Part(1, 0, (Failure("a", "b"),)), False, id="another part"),
    ],
)
def test_a_part_is_done_if_the_same_inputs_were_read(tmp_path: Path, run: Manifest, part: Part, done: bool) -> None:
    read_part(Part(0, 0, (Failure("a", "b"),)), str(tmp_path), run)
    assert is_done(part, tmp_path) == done


def test_a_part_whose_file_was_cut_off_is_not_done(tmp_path: Path, run: Manifest) -> None:
    part = Part(0, 0, (Failure("a", "b"),))
    read_part(part, str(tmp_path), run)
    part_file(tmp_path, 0).write_bytes(part_file(tmp_path, 0).read_bytes()[:-20])
    assert not is_done(part, tmp_path)


def test_letters_of_an_earlier_try_go_when_all_can_be_read(tmp_path: Path, run: Manifest) -> None:
    read_part(Part(0, 0, (Failure("a", "b"),)), str(tmp_path), run)
    read_part(Part(0, 0, ()), str(tmp_path), run)
    assert not dead_letter_file(tmp_path, 0).exists()
