"""Templates: what they are given comes out safe, and what is missing is a fault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from plugins.languages.language import Lang
from plugins.pages.render import Renderer

CATALOG = """\
msgid ""
msgstr ""
"Language: {lang}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"

msgid "100%% of services"
msgstr "{hundred}"

#, python-format
msgid "%(count)s day"
msgid_plural "%(count)s days"
{days}
"""


@dataclass(frozen=True)
class View:
    """What a template of these tests is given."""

    text: str = ""
    lang: Lang | None = None
    count: int = 2


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme without templates, with small catalogs."""
    catalogs = {
        "vi": CATALOG.format(
            lang="vi",
            plural="nplurals=1; plural=0;",
            hundred="100%% dịch vụ công",
            days='msgstr[0] "%(count)s ngày"',
        ),
        "en": CATALOG.format(
            lang="en",
            plural="nplurals=2; plural=(n != 1);",
            hundred="100%% of services",
            days='msgstr[0] "%(count)s day"\nmsgstr[1] "%(count)s days"',
        ),
    }
    for lang, text in catalogs.items():
        folder = tmp_path / "translations" / lang / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "portal.po").write_text(text, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    return tmp_path


def render(theme: Path, template: str, lang: Lang = "vi", view: View | None = None) -> str:
    """What `template` makes of `view`."""
    (theme / "templates/page.html").write_text(template, encoding="utf-8")
    return Renderer(theme).text("page.html", lang, view or View())


def test_text_is_escaped(theme: Path) -> None:
    """A title with markup characters stays a title, in text and in an attribute."""
    shown = render(theme, '<p title="{{ view.text }}">{{ view.text }}</p>', view=View("<b>\"&'"))

    assert shown == '<p title="&lt;b&gt;&#34;&amp;&#39;">&lt;b&gt;&#34;&amp;&#39;</p>'


def test_feeds_are_escaped_too(theme: Path) -> None:
    """Escaping does not depend on the ending of a template's name."""
    (theme / "templates/feed.xml").write_text("<t>{{ view.text }}</t>", encoding="utf-8")

    assert Renderer(theme).text("feed.xml", "vi", View("<&>")) == "<t>&lt;&amp;&gt;</t>"


def test_finished_pieces_are_not_escaped_again(theme: Path) -> None:
    """A part that was rendered before is put in as it is."""
    (theme / "templates/part.html").write_text("<i>{{ view.text }}</i>", encoding="utf-8")
    part = Markup(Renderer(theme).text("part.html", "vi", View("a < b")))

    assert render(theme, "{{ view.text }}", view=View(part)) == "<i>a &lt; b</i>"


def test_an_expression_in_a_text_stays_text(theme: Path) -> None:
    """Content is never read as a template."""
    assert render(theme, "{{ view.text }}", view=View("{{ 7 * 7 }}{% raw %}")) == (
        "{{ 7 * 7 }}{% raw %}"
    )


@pytest.mark.parametrize(
    "template", ["{{ view.missing }}", "{{ missing }}", "{% if missing %}{% endif %}"]
)
def test_a_name_that_is_not_there_is_a_fault(template: str, theme: Path) -> None:
    """A misspelt name fails the build; it does not leave a hole in every page."""
    with pytest.raises(UndefinedError):
        render(theme, template)


@pytest.mark.parametrize(
    ("lang", "shown"), [("vi", "100% dịch vụ công"), ("en", "100% of services")]
)
def test_a_percent_sign_in_a_message_is_one(lang: Lang, shown: str, theme: Path) -> None:
    """'100%' comes out as such in a translated text."""
    assert render(theme, "{% trans %}100% of services{% endtrans %}", lang) == shown


@pytest.mark.parametrize(
    ("lang", "count", "shown"), [("vi", 1, "1 ngày"), ("en", 1, "1 day"), ("en", 2, "2 days")]
)
def test_numbers_choose_the_plural_form(lang: Lang, count: int, shown: str, theme: Path) -> None:
    """English has two forms and Vietnamese one."""
    template = (
        "{% trans count=view.count %}{{ count }} day{% pluralize %}{{ count }} days{% endtrans %}"
    )

    assert render(theme, template, lang, View(count=count)) == shown


def test_only_a_foreign_text_names_its_language(theme: Path) -> None:
    """`lang_of` gives an attribute where there is a language, and nothing otherwise."""
    template = "<b{{ lang_of(view) }}>x</b>"

    assert render(theme, template, view=View(lang="en")) == '<b lang="en">x</b>'
    assert render(theme, template, view=View()) == "<b>x</b>"


def test_a_language_cannot_break_out_of_its_attribute(theme: Path) -> None:
    """What is given as a language is escaped like everything else."""
    hostile = View(lang='en" onclick="x')  # type: ignore[arg-type]

    assert 'onclick="x"' not in render(theme, "<b{{ lang_of(view) }}>x</b>", view=hostile)
