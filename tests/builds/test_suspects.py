"""The spam in texts and data is recorded where it stands."""

from __future__ import annotations

import random
import time

from plugins.spam.inspect import fingerprint
from tests.conftest import Site, article
from tests.spam.doubtful import DOUBT

SPAM = "Soi cầu miền Bắc hôm nay."


def test_the_message_says_how_to_let_a_sentence_through(site: Site) -> None:
    """The problem holds the kind, the sentence and the fingerprint that an exception needs."""
    outcome = site.write({"articles/x/index.vi.md": article(body=SPAM)}).check()

    (problem,) = outcome.problems
    assert (problem["line"], problem["code"]) == (8, "rac-quang-cao")
    assert SPAM in problem["message"]
    assert "lô đề, soi cầu" in problem["message"]
    assert fingerprint(SPAM) in problem["fix"]


def test_the_message_tells_what_is_refused_for_its_company(site: Site) -> None:
    """Whoever deletes the spam need do nothing about the sentence beside it."""
    body = "\n\n".join([DOUBT, *(f"{SPAM[:-1]} {number}." for number in range(3))])
    problems = site.write({"articles/x/index.vi.md": article(body=body)}).check().problems

    assert {one["code"] for one in problems} == {"rac-quang-cao"}
    assert ["đứng cùng" in one["message"] for one in problems] == [True, False, False, False]


def test_an_exception_is_told_of_by_its_own_file(site: Site) -> None:
    """Checking the list alone does not call an exception useless that a text needs."""
    entry = (
        f"- {{sentence: {fingerprint(SPAM)}, why: Trích, by: Ban biên tập, until: 2027-12-31}}\n"
    )
    site.write({"articles/x/index.vi.md": article(body=SPAM), "exceptions.yaml": entry})

    assert site.check("content/exceptions.yaml").problems == []
    assert site.check().problems == []


def test_escapes_of_yaml_hide_nothing(site: Site) -> None:
    """A value written with escapes is read as the page shows it."""
    hidden = "".join(f"\\u{ord(letter):04x}" for letter in "nhà cái uy tín")
    text = site.content.joinpath("sources/bao.yaml").read_text(encoding="utf-8")
    site.write({"sources/bao.yaml": text.replace("Báo cáo năm", f'"{hidden}"')})

    assert [one["code"] for one in site.check().problems] == ["rac-quang-cao"]


def test_half_a_million_signs_of_random_words_are_refused_in_seconds(site: Site) -> None:
    """Data may be so long; the problem names the file, and the check takes no minutes."""
    choice = random.Random(1)
    words = ("".join(choice.choices("aeiouạếồnhtlc8", k=6)) for _ in range(65_000))
    text = site.content.joinpath("sources/bao.yaml").read_text(encoding="utf-8")
    site.write({"sources/bao.yaml": f"{text}note: {' '.join(words)}\n"})

    started = time.process_time()
    problems = site.check().problems

    assert time.process_time() - started < 5
    assert ("content/sources/bao.yaml", "rac-quang-cao") in [
        (one["path"], one["code"]) for one in problems
    ]


def test_a_text_with_too_much_to_look_at_is_to_be_split(site: Site) -> None:
    """No word of it is called spam, and no exception is offered."""
    lines = "\n\n".join(f"Hộ số {number}: 09{number:08}." for number in range(2_100))
    site.write({"articles/x/index.vi.md": article(body=lines)})

    problems = [one for one in site.check().problems if one["severity"] == "error"]

    assert [one["code"] for one in problems] == ["rac-quang-cao"]
    assert "hơn 2000 câu" in problems[0]["message"]
    assert problems[0]["fix"] == "Chia bài thành nhiều bài ngắn hơn."
