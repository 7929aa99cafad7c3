"""The sentences of a converted text that are spam, or may be."""

from __future__ import annotations

import pytest

from plugins.markup.convert import Converter

PATH = "articles/x/index.vi.md"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("so**i c**ầu miền Bắc", "soi cầu miền Bắc"),
        ("![nhà cái uy tín](a.png)", "nhà cái uy tín"),
        ('[mẫu đơn](https://luat.example/ "nhà cái uy tín")', "nhà cái uy tín"),
        ("[đăng ký tại đây](https://kubet77.example/)", "đăng ký tại đây kubet77.example"),
        ("| a |\n|---|\n| nổ hũ online |", "nổ hũ online"),
    ],
)
def test_all_that_readers_see_is_read(text: str, sentence: str) -> None:
    """Bold letters, pictures, titles, cells, and links with their hosts are read as readers do."""
    body = Converter("vi").convert(text, PATH)

    assert [one.sentence for one in body.suspects] == [sentence]


def test_an_honest_text_has_none() -> None:
    """Links to offices give no finding."""
    assert Converter("vi").convert("[Luật đất đai](https://luat.example/)", PATH).suspects == ()


SPAM = "Nhà cái uy tín tặng tiền cho tân thủ."


def fingerprints(text: str) -> list[str]:
    """What an editor would write to let the sentences of a text through."""
    return [one.fingerprint for one in Converter("vi").convert(text, PATH).suspects]


@pytest.mark.parametrize(
    "text",
    [
        f"[{SPAM}](https://luat.example/)",
        "[Nhà cái uy tín](https://luat.example/) tặng tiền cho tân thủ.",
        "Nhà cái uy tín tặng tiền cho [*tân* thủ](https://luat.example/a).",
        "Nhà cái **uy tín [tặng](https://luat.example/a) tiền** cho tân thủ.",
        f'Mở đầu. <a href="https://luat.example/b"> {SPAM} </a> Kết.',
        f"[Mở đầu. {SPAM}](https://luat.example/b)",
        f"- a\n- [b](https://luat.example/c)\n- [{SPAM}](mailto:a@luat.example)",
        f"| a | b |\n|---|---|\n| [b](https://luat.example/c) | [{SPAM}](tel:0237000000) |",
    ],
)
def test_an_exception_for_a_sentence_lets_no_link_through(text: str) -> None:
    """A sentence with a link that leads outside has another fingerprint than the plain one."""
    found = fingerprints(text)

    assert len(found) == 1
    assert found != fingerprints(SPAM)


def test_another_address_is_another_sentence() -> None:
    """An exception for a link is one for its address, and for no other."""
    one, other = (fingerprints(f"[{SPAM}](https://luat.example/{name})") for name in ("a", "b"))

    assert one != other


@pytest.mark.parametrize(
    "text",
    [
        f"**{SPAM}**",
        f"## {SPAM}",
        f"Mở đầu. {SPAM} [Kết](https://luat.example/).",
        f"[b](https://luat.example/c) và\n\n{SPAM}\n\n[thủ tục](https://luat.example/d)",
        f"[{SPAM}]({{filename}}/articles/y/index.vi.md)",
    ],
)
def test_form_and_links_elsewhere_leave_a_sentence_the_same(text: str) -> None:
    """Bold letters and headings say no other words, and what a text links to is its own."""
    assert fingerprints(text) == fingerprints(SPAM)


@pytest.mark.parametrize(
    "text",
    [
        "Công an khởi tố vụ án [nhà cái]({filename}/articles/y/index.vi.md) xuyên quốc gia.",
        "[![a](a.png) nhà cái]({filename}/articles/y/index.vi.md) bị triệt phá, khởi tố 5 bị can",
        "Công an cảnh báo lừa đảo: [**nhà** cái](#muc).",
    ],
)
def test_the_words_of_a_link_are_judged_by_themselves(text: str) -> None:
    """Whatever stands around them, and also where the link stays within the portal."""
    found = Converter("vi").convert(text, PATH).suspects

    assert ("nhà cái", "refuse") in [(one.sentence, one.verdict) for one in found]


def test_words_set_bold_are_warned_of_by_themselves() -> None:
    """A report may set bold what it speaks about; an intruder does so too."""
    text = "Công an triệt phá đường dây **nhà cái** xuyên quốc gia, khởi tố 5 bị can."
    found = Converter("vi").convert(text, PATH).suspects

    assert [(one.sentence, one.verdict) for one in found] == [("nhà cái", "warn")]


def test_what_a_refused_sentence_holds_is_told_once() -> None:
    """Its link and its bold words are no further findings."""
    text = "Đại hội [gái gọi](#a) của **nhà cái** thành công tốt đẹp."
    found = Converter("vi").convert(text, PATH).suspects

    assert [one.sentence for one in found] == ["Đại hội gái gọi của nhà cái thành công tốt đẹp."]
