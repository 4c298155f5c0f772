from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import scoring
from pipeline import corpus
from pipeline.domain import Article


def test_articles_that_fail_are_returned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [corpus.Output(b'{"article": {"id": "1"}}', False), corpus.failure_line(corpus.Failure("2", "It broke."))]
    monkeypatch.setattr(corpus, "extract", lambda articles, workers: iter(lines))
    failures = scoring.extract([Article("1", "One."), Article("2", "Two.")], tmp_path / "predicted.jsonl")
    assert [json.loads(line)["error"] for line in failures] == ["It broke."]
    assert len((tmp_path / "predicted.jsonl").read_text("utf-8").splitlines()) == 2
