"""The README says what is so."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from pipeline.__main__ import main, parser
from pipeline.components import STAGES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", README, re.S)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("command", [line for line in commands() if "-m pipeline" in line])
def test_readme_command_lines_are_understood(command: str) -> None:
    _, arguments = command.split("-m pipeline ")
    assert parser().parse_args(shlex.split(arguments)).command in arguments.split()


def test_readme_example_gives_an_analysis(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    [example] = [line for line in commands() if "pipeline extract seeds/" in line]
    assert main(shlex.split(example.split("-m pipeline ")[1])) == 0
    assert json.loads(capfdbinary.readouterr().out)["movements"]


def test_readme_example_explains_an_article(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    [example] = [line for line in commands() if "pipeline explain seeds/" in line]
    assert main(shlex.split(example.split("-m pipeline ")[1])) == 0
    printed = capfd.readouterr().out
    assert "MOVE: Kim Jong Un, Pyongyang -> Vladivostok by train" in printed
    assert {line[:10].strip() for line in printed.splitlines() if line.startswith("  ")} == {
        "status", "date", "sentence", "trigger", "why"
    }  # fmt: skip


def test_readme_make_targets_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = {line.split()[1] for line in commands() if line.startswith("make ")}
    assert targets == {"run", "test"}
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.M)


def test_readme_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert links
    for link in links:
        assert link.startswith("https://") or (ROOT / link).is_file(), link


def test_readme_names_every_setting_and_component() -> None:
    code = "\n".join(
        file.read_text("utf-8") for folder in ("pipeline", "benchmarks") for file in (ROOT / folder).rglob("*.py")
    )
    variables = set(re.findall(r"environ\.get\(\"(DATELINE_\w+)\"", code))
    assert variables
    for name in (*variables, *STAGES):
        assert f"`{name}`" in README
