"""The findings in a text."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.spam.cores import CERTAIN, DOUBTFUL
from plugins.spam.inspect import fingerprint, inspect, not_let_through
from plugins.spam.normalise import bare
from plugins.spam.prefilter import needs_judging
from plugins.spam.score import REFUSED_FROM, WARNED_FROM, score
from plugins.spam.sentences import sentences
from tests.spam.doubtful import DOUBT

SPAM = "Soi cầu miền Bắc hôm nay."
HONEST = "Nộp hồ sơ tại bộ phận một cửa."
HONEST_WORDS = "Ủy ban nhân dân xã công an họp không , : . ( “ - lịch nghỉ hồ sơ".split()
CORES = [*map(" ".join, (*CERTAIN, *DOUBTFUL)), "kubet", "go88", "8xbet", "may88"]


def test_a_finding_names_its_sentence_and_place() -> None:
    """The sentence is given as written, with its offset, verdict and fingerprint."""
    (found,) = inspect(f"{HONEST} {SPAM}\n{HONEST}")

    assert (found.sentence, found.offset, found.verdict) == (SPAM, len(HONEST) + 1, "refuse")
    assert found.reasons == ("lottery",)
    assert found.fingerprint == fingerprint(SPAM)


def test_an_edit_changes_the_fingerprint_and_spaces_do_not() -> None:
    """One letter voids an exception; line breaks, double spaces and NFD do not."""
    spaced = unicodedata.normalize("NFD", "Soi  cầu\nmiền Bắc hôm nay. ")

    assert len(fingerprint(SPAM)) == 16
    assert fingerprint(spaced) == fingerprint(SPAM)
    assert fingerprint(SPAM.replace("Bắc", "Nam")) != fingerprint(SPAM)


def test_doubt_grows_with_its_company() -> None:
    """A sentence near to being refused is warned of alone, and refused in a text of refused ones."""
    among_spam = inspect("\n".join([DOUBT, *[SPAM] * 3]))

    assert [one.verdict for one in not_let_through(inspect(DOUBT), ())] == ["warn"]
    assert {one.verdict for one in not_let_through(among_spam, ())} == {"refuse"}
    # Those that an editor lets through are no company.
    left = not_let_through(among_spam, {fingerprint(SPAM)})
    assert [one.verdict for one in left] == ["warn"]


@pytest.mark.parametrize(
    "honest",
    [
        "Nhiều gia đình xem đá gà tối nay.",
        "Tải về, cài đặt và đăng nhập ứng dụng bằng tài khoản định danh.",
        "Chốt kiểm dịch số 3 trên quốc lộ 217 trực 24/24.",
    ],
)
def test_what_is_far_from_being_refused_is_not_refused_for_its_company(honest: str) -> None:
    """Intruders put their spam among honest sentences, which need no exception each."""
    left = not_let_through(inspect("\n".join([honest, *[SPAM] * 3])), ())

    assert "refuse" not in [one.verdict for one in left if one.sentence == honest]


def test_what_is_refused_for_its_company_says_so() -> None:
    """What is refused for its own words does not."""
    left = not_let_through(inspect("\n".join([DOUBT, *[SPAM] * 3])), ())

    assert [one.is_in_company for one in left] == [True, False, False, False]


def test_doubtful_sentences_hide_no_spam_behind_them() -> None:
    """However many there are, the next sentence is looked at."""
    doubt = "Nhiều gia đình xem đá gà tối nay. "
    many = "".join(f"Nhiều gia đình xem đá gà tối {number}. " for number in range(300))

    for text in (doubt * 300, many):
        assert inspect(text + SPAM)[-1].verdict == "refuse"


def test_what_is_let_through_hides_no_spam_behind_it() -> None:
    """A sentence that stands hundreds of times is one; of hundreds the last is always told."""
    spam = "Nhà cái uy tín số 1 Việt Nam."
    many = [f"Soi cầu miền Bắc hôm nay số {number}." for number in range(300)]
    allowed = {fingerprint(one) for one in many}

    assert [one.sentence for one in not_let_through(inspect("\n".join([SPAM] * 300 + [spam])),
                                                    {fingerprint(SPAM)})] == [spam]  # fmt: skip
    assert not_let_through(inspect("\n".join([*many, spam])), allowed)


def test_a_sentence_counts_by_itself() -> None:
    """Where one sentence ends in quotation marks, it lends no honest words to the next."""
    spam = "Copy trade theo chuyên gia, không cần kiến thức vẫn có lời"

    (found,) = inspect(f"For 2021–2022, the news article “What is digital government?” {spam}")

    assert (found.sentence, found.verdict) == (spam, "refuse")


@pytest.mark.parametrize("text", ["", " \n ", HONEST * 50, "中国 (中国)", "m² ½ 🇻🇳 👍"])
def test_honest_texts_have_no_finding(text: str) -> None:
    """Empty, long and foreign texts without boilerplate pass."""
    assert inspect(text) == ()


def test_a_text_in_more_words_than_anybody_knows_is_refused() -> None:
    """It is refused by its beginning, and only as a whole can it be let through."""
    text = " ".join(f"w{number}x" for number in range(20_001))

    (found,) = inspect(text)

    assert (found.verdict, found.reasons) == ("refuse", ("gibberish",))
    assert text.startswith(found.sentence)
    assert found.fingerprint == fingerprint(text)


def test_a_text_with_too_much_to_look_at_is_refused() -> None:
    """Thousands of different sentences that call for a look are no honest text."""
    lines = "\n".join(f"mục {number} của tin.example" for number in range(3_000))

    assert [one.reasons for one in inspect(lines)] == [("many",)]


def test_a_sentence_that_stands_often_is_looked_at_once() -> None:
    """A table may say the same in thousands of cells; each finding names its own place."""
    assert inspect("xem tin.example\n" * 3_000) == ()
    assert [one.offset for one in inspect(f"{SPAM}\n" * 2)] == [0, len(SPAM) + 1]


@given(st.text(alphabet="nhàcáisokèolđềuw88 .bt🅱-", max_size=40))
def test_the_quick_look_misses_nothing(text: str) -> None:
    """What is doubtful when judged is never passed over by the quick look."""
    if score(text).points >= WARNED_FROM:
        assert needs_judging(text)


@pytest.mark.parametrize("text", ["1 ăn 99 : : Ủy", "Xã họp 1 ăn 80 : : Ủy ban"])
def test_the_quick_look_finds_a_core_that_ends_in_a_number(text: str) -> None:
    """The weights know numbers by their shape alone."""
    assert [one.verdict for one in inspect(text)] == ["refuse"]


@given(
    st.lists(st.sampled_from(HONEST_WORDS), max_size=12),
    st.sampled_from(CORES),
    st.sampled_from([str, str.upper, bare, " ".join, ".".join, lambda core: core.replace(" ", "")]),
    st.lists(st.sampled_from(HONEST_WORDS), max_size=12),
)
def test_the_quick_look_finds_every_core(
    before: list[str], core: str, spelt: Callable[[str], str], after: list[str]
) -> None:
    """In whatever spelling and among whatever words: what is refused is never passed over."""
    text = " ".join([*before, spelt(core), *after])
    found = {one.sentence for one in inspect(text)}

    for sentence in sentences(text, {0}):
        if score(sentence.text).points >= REFUSED_FROM:
            assert sentence.text in found


@pytest.mark.parametrize(
    "text",
    ["a" * 200_000, "n h à c " * 20_000, "nhà cãi " * 20_000, '"' * 200_000, "(" * 99_999 + "中"],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    """A text made to be slow is judged in seconds of processor time at most."""
    started = time.process_time()
    inspect(text)

    assert time.process_time() - started < 5
