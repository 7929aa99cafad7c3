"""What a text is about, in a few numbers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from plugins.news.signatures import Document, Signature, signature

ROOT = Path(__file__).resolve().parents[2]


def terms(signed: Signature) -> set[int]:
    """The terms of a signature without their weights."""
    return {term for term, _ in signed}


def of(title: str, text: str = "", *tags: str) -> Signature:
    """The signature of a document with its parts in the order of reading."""
    return signature(Document(title, text, tags))


def test_a_signature_is_small_and_begins_with_the_heaviest() -> None:
    """However long a text is, few whole numbers stand for it."""
    signed = of("Hỏi đáp", " ".join(f"từ{number} khác{number}" for number in range(400)), "y-te")

    assert len(signed) == 24
    assert [weight for _, weight in signed] == sorted((w for _, w in signed), reverse=True)
    assert all(0 <= term < 2**32 for term, _ in signed)


def test_tags_and_pairs_are_different_terms() -> None:
    """A tag does not equal the pair that is written like it."""
    assert not terms(of("y tế")) & terms(of("", "", "y tế"))


def test_the_order_and_number_of_equal_tags_does_not_matter() -> None:
    """The signature depends on which tags there are."""
    assert of("Gặt lúa", "", "a", "b") == of("Gặt lúa", "", "b", "a", "b")


def test_what_is_said_often_weighs_more() -> None:
    """A pair that stands in a text eight times weighs more than as rare a one that stands once."""
    often = dict(of("", "gặt lúa. " * 8 + "xay thóc"))
    ((once, _),) = of("", "xay thóc")
    ((repeated, _),) = of("", "gặt lúa")

    assert often[repeated] > often[once]


def test_words_that_offices_always_use_weigh_less() -> None:
    """What is rare in general is said to be the subject."""
    assert of("hồ sơ")[0][1] < of("chim chóc")[0][1]


def test_what_chance_puts_side_by_side_weighs_least() -> None:
    """Two frequent words that do not belong together are no word."""
    assert of("xã hồ")[0][1] < of("hồ sơ")[0][1]


def test_a_long_text_is_known_by_what_it_says_often() -> None:
    """In a long text words that stand once do not outweigh its subject."""
    noise = " ".join(f"từ{number} khác{number}" for number in range(300))
    long = of("Hỏi đáp", "trạm y tế xã " * 20 + noise + " máy gặt lúa")

    assert terms(of("", "trạm y tế")) <= terms(long)
    assert not terms(of("", "máy gặt lúa")) & terms(long)


def test_nothing_said_has_no_terms() -> None:
    """Stop words, and no words at all, say nothing."""
    assert of("") == of("Của các và những") == ()


def test_a_signature_is_the_same_in_every_process() -> None:
    """It can be kept, since it does not depend on how Python orders sets or hashes texts."""
    code = (
        "from plugins.news.signatures import Document, signature;"
        "print(signature(Document('Lịch tiêm', 'Trạm y tế tiêm cho trẻ em.', ('a', 'b', 'c'))))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(printed) == 1
