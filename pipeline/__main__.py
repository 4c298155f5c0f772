"""``python -m pipeline``: the command line."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterable, Mapping
from itertools import chain, islice
from pathlib import Path

from pipeline import codec, corpus, explanation, linking, settings
from pipeline.errors import PipelineError
from pipeline.exports import command as command_line
from pipeline.exports.excerpt import StoryRow
from pipeline.lexicons import entries
from pipeline.output import open_run
from pipeline.store import Store, open_store
from pipeline.stories import StoryIndex, story_rows


def parser() -> argparse.ArgumentParser:
    commands = argparse.ArgumentParser(prog="python -m pipeline", description="News articles to events, as JSON lines.")
    subcommands = commands.add_subparsers(dest="command", required=True)
    extract = subcommands.add_parser("extract", help="write one analysis a line, in the order of the input")
    extract.add_argument(
        "inputs", nargs="+", type=Path, metavar="INPUT", help="article files, or .jsonl with an article a line"
    )
    extract.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write; standard output if left out"
    )
    explain = subcommands.add_parser("explain", help="say by what each event and movement of an article was read")
    explained = explain.add_mutually_exclusive_group(required=True)
    explained.add_argument("input", nargs="?", type=Path, metavar="FILE", help="an article file, or .jsonl")
    explained.add_argument("--word", metavar="WORD", help="instead, print all that the lexicons say of this word")
    link = subcommands.add_parser("link", help="write the stories that analyses tell of, and which articles are copies")
    link.add_argument(
        "inputs", nargs="+", type=Path, metavar="ANALYSES", help="what extract wrote, or the folder that batch wrote to"
    )
    link.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write; standard output if left out")
    batch = subcommands.add_parser("batch", help="read a whole corpus into Parquet, on this machine or on many")
    batch.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="files of articles (.jsonl, .csv, .parquet, .zip and what extract reads), folders or patterns of them, "
        "or URLs that fsspec opens",
    )
    batch.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")
    batch.add_argument("--scheduler", metavar="URL", help="tcp://… of a Dask scheduler; this machine if left out")
    load = subcommands.add_parser("load", help="bring what batch wrote into the store of the dashboard")
    load.add_argument("folder", type=Path, metavar="DIR", help="the folder that batch wrote to")
    command_line.add_arguments(subcommands.add_parser("export", help="write what filters show, from the store"))
    for command in (extract, link, batch):
        command.add_argument("--workers", type=positive, default=1, metavar="N", help="processes to use; 1 if left out")
    return commands


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not 1 or more")
    return number


def extract(inputs: list[Path], output: Path | None, workers: int) -> int:
    """Write the analyses; 1 if any input gave an error in place of its analysis."""
    with open_run(output, inputs, say) as run:
        for result in corpus.extract(islice(corpus.inputs(inputs), run.done, None), workers):
            run.write(result.json, failed=result.failed)
    if run.failures:
        say(f"{run.failures} of the inputs could not be read; their lines say why.")
    return int(run.failures > 0)


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def link(inputs: list[Path], output: Path | None, workers: int) -> int:
    """Write the stories and sets of copies; 1 if any input is an article that could not be read."""
    linker, failures = linking.Linker(), 0
    analyses = chain.from_iterable(map(analyses_of, inputs))
    for dossier in linking.dossiers(analyses, workers):
        if dossier is None:
            failures += 1
        else:
            linker.add(dossier)
    with open_run(output, inputs, say) as run:
        for line in islice(linking.lines(linker), run.done, None):
            run.write(line, failed=False)
    if failures:
        say(f"{failures} of the articles had not been read; they are left out.")
    return int(failures > 0)


def analyses_of(given: Path) -> Iterable[tuple[int, bytes]]:
    """Those of a file that extract wrote, or of the folder of a finished batch run, numbered from 1."""
    if not given.is_dir():
        return linking.lines_of(given)
    from pipeline.store.run_folder import RunFolder

    return enumerate(RunFolder(given).analyses(), start=1)


def batch(inputs: list[str], folder: Path, workers: int, scheduler: str | None) -> int:
    """Read a corpus; 1 if any article could not be read."""
    from pipeline.batch import run

    done = run(inputs, folder, workers=workers, scheduler=scheduler, say=say)
    say(f"{done.articles:,} articles in {folder / 'articles'}, {done.read:,} of them read now.")
    if done.dead:
        say(f"{done.dead:,} could not be read; {folder / 'dead_letters'} holds them, and says why.")
    return int(done.dead > 0)


def stories_of(store: Store) -> Mapping[str, StoryRow]:
    """What the articles of a store tell together, all of them linked."""
    return story_rows(StoryIndex(store).update())


def load(folder: Path) -> int:
    """Bring the articles of a finished run into the store that DATELINE_STORE names."""
    from pipeline.batch import load

    store = open_store(settings.store_url())
    try:
        done = load(folder, store, say)
    finally:
        store.close()
    say(f"{done.articles:,} articles brought into the store; what it had before stays.")
    return 0


def explain(file: Path) -> int:
    """Print why each event and movement was read as it is; 1 if any article could not be read."""
    failures = 0
    for result in corpus.extract(corpus.inputs([file])):
        if result.failed:
            print(result.json.decode(), file=sys.stderr)
            failures += 1
        else:
            print(*explanation.lines(codec.analysis_from_json(result.json)), sep="\n", end="\n\n")
    return int(failures > 0)


def explain_word(word: str) -> int:
    """Print the lexicon entries of a word; 1 if there are none."""
    found = list(entries.explained(word))
    if not found:
        say(f"No lexicon names {word!r}.\nHint: give a lemma, in small letters, such as visit.")
        return 1
    print(f"# {word}", *found, sep="\n")
    return 0


def interrupt(*_: object) -> None:
    """Let a run that is told to end do so as from the keyboard, so that its workers go with it."""
    raise KeyboardInterrupt


def run(given: argparse.Namespace) -> int:
    """Do what the command says, and tell how it ended: 0 is well."""
    match given.command:
        case "extract":
            return extract(given.inputs, given.output, given.workers)
        case "explain":
            return explain_word(given.word) if given.word else explain(given.input)
        case "link":
            return link(given.inputs, given.output, given.workers)
        case "batch":
            return batch(given.inputs, given.out, given.workers, given.scheduler)
        case "load":
            return load(given.folder)
        case _:
            say(command_line.run(given, stories_of))
            return 0


def main(arguments: list[str] | None = None) -> int:
    given = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, interrupt)
    try:
        return run(given)
    except (PipelineError, OSError) as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        may_go_on = getattr(given, "output", getattr(given, "out", None))
        say("Stopped. The same command goes on where this one was." if may_go_on else "Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
