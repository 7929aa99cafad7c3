"""The generated content folders."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.corpus import corpus_files, write_corpus

ROOT = Path(__file__).resolve().parents[2]


def test_a_seed_always_gives_the_same_files() -> None:
    """Two corpora of one size and seed are equal; another seed gives another one."""
    assert list(corpus_files(20)) == list(corpus_files(20))
    assert dict(corpus_files(20)) != dict(corpus_files(20, seed=1))


def test_a_larger_corpus_holds_the_heads_of_a_smaller_one() -> None:
    """The front matter of an article does not depend on how many articles there are."""
    small, large = dict(corpus_files(20)), dict(corpus_files(40))
    name = "articles/bai-00003/index.vi.md"

    assert small[name].split("---")[1] == large[name].split("---")[1]
    assert set(small) < set(large)


def test_half_of_the_articles_are_translated() -> None:
    """Of twenty articles ten have an English text; one in ten shows a comparison."""
    files = dict(corpus_files(20))
    texts = {name: text for name, text in files.items() if name.endswith(".md")}
    articles = {name: text for name, text in texts.items() if name.startswith("articles/")}
    vietnamese = [text for name, text in articles.items() if name.endswith(".vi.md")]

    assert len(vietnamese) == 20
    assert len(articles) - len(vietnamese) == 10
    assert sum("/// comparison" in text for text in vietnamese) == 2


def test_every_fifth_article_shows_a_picture() -> None:
    """It lies beside the text, in both languages the same."""
    files = dict(corpus_files(20))
    pictures = [name for name in files if name.endswith(".svg")]

    assert len(pictures) == 4
    assert all("]({static}bieu-do.svg)" in files[_text_beside(name)] for name in pictures)


def _text_beside(picture: str) -> str:
    return picture.replace("bieu-do.svg", "index.vi.md")


def test_an_article_has_some_six_hundred_words() -> None:
    """The mean length of the Vietnamese articles is what the figures are said to be for."""
    texts = [text for name, text in corpus_files(20) if name.startswith("articles/")]
    bodies = [text.split("---", 2)[2] for text in texts if "author: Ban" in text]
    mean = sum(len(body.split()) for body in bodies) / len(bodies)

    assert 550 <= mean <= 700


def test_the_check_finds_nothing_wrong(tmp_path: Path) -> None:
    """A corpus is content without a problem, so that both programs build all of it."""
    write_corpus(tmp_path, 20)
    done = subprocess.run(
        [sys.executable, str(ROOT / "tasks.py"), "check", "--content", str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PORTAL_LANG": "en"},
    )

    assert done.returncode == 0, done.stderr
    # Invented prose may be doubted by the wall against spam, which stops nothing.
    assert [
        line
        for line in done.stderr.splitlines()
        if "warning [" in line and "[nghi-rac]" not in line
    ] == []
