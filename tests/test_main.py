from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.__main__ import main

STORY = "The Peruvian foreign minister, Elena Rojas, arrived in Quito on 4 May 2021 by plane."
OTHER = "Nurses protested in Lagos on Tuesday, the union said."


def analyses(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "analyses.jsonl"


def test_extract_writes_the_analysis_format(tmp_path: Path, output: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, "utf-8")
    assert main(["extract", str(story), "-o", str(output)]) == 0
    (analysis,) = analyses(output)
    assert analysis["article"]["text"] == STORY
    assert {"timexes", "places", "entities", "attributions", "predicates", "events", "movements"} < set(analysis)
    for found in (*analysis["timexes"], *analysis["places"], *analysis["predicates"]):
        assert STORY[found["start"] : found["end"]] == found["text"]
    (movement,) = analysis["movements"]
    assert movement["destination"]["name"] == "Quito"
    assert movement["origin"] is None


def test_extract_keeps_going_after_bad_input(tmp_path: Path, output: Path) -> None:
    file = tmp_path / "articles.jsonl"
    rows = [json.dumps({"id": "a", "text": STORY}), "[1, 2]", json.dumps({"id": "c", "text": " "}), "{", ""]
    file.write_text("\n".join([*rows, json.dumps({"id": "z", "text": OTHER})]), "utf-8")
    assert main(["extract", str(file), str(tmp_path / "missing.txt"), "-o", str(output)]) == 1
    found = analyses(output)
    assert [row["article"]["id"] for row in found] == ["a", "line 2", "c", "line 4", "z", "missing.txt"]
    assert ["error" in row for row in found] == [False, True, True, True, False, True]


def test_extract_gives_the_same_on_two_processes(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(json.dumps({"id": n, "text": f"{STORY} {OTHER * (n % 3)}"}) for n in range(40)), "utf-8")
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert main(["extract", str(file), "-o", str(one)]) == 0
    assert main(["extract", str(file), "-o", str(two), "--workers", "2"]) == 0
    assert one.read_bytes() == two.read_bytes()
    assert [row["article"]["id"] for row in analyses(one)] == [str(n) for n in range(40)]


def test_extract_leaves_no_half_written_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / "no" / "such" / "folder.jsonl")]) == 2
    assert "No such file" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [[], ["extract"], ["extract", "a.txt", "--workers", "0"], ["extract", "a", "--workers", "x"]]
)
def test_main_refuses_what_it_does_not_know(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_link_writes_stories_and_copies(tmp_path: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"id": name, "text": STORY, "published": "2021-05-05"} for name in ("a", "b")]
    file, stories = tmp_path / "articles.jsonl", tmp_path / "stories.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in [*rows, {"id": "c", "text": " "}]), "utf-8")
    main(["extract", str(file), "-o", str(output)])
    assert main(["link", str(output), "-o", str(stories)]) == 1
    assert "1 of the articles" in capsys.readouterr().err
    *found, copies = analyses(stories)
    assert copies == {"copies": ["a", "b"]}
    [movement] = [row["movement"] for row in found if "movement" in row]
    assert (movement["articles"], movement["independent"]) == (2, 1)
    assert movement["destination"]["name"] == "Quito"
    again = tmp_path / "again.jsonl"
    main(["link", str(output), "-o", str(again), "--workers", "2"])
    assert again.read_bytes() == stories.read_bytes()


def test_link_refuses_what_is_no_analysis(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps({"id": "a", "text": STORY}), "utf-8")
    assert main(["link", str(file), "-o", str(tmp_path / "stories.jsonl")]) == 2
    assert "Line 1 is no analysis" in capsys.readouterr().err
