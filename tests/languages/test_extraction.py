"""What keeps the catalogs in step with the sources."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from jinja2 import Environment

from plugins.languages.catalogs import catalog_path, load_catalog
from plugins.languages.extraction import check_catalogs, update_catalogs
from plugins.languages.language import LANGS, Lang

Tree: TypeAlias = Callable[[dict[str, str]], Path]

_SOURCES = {
    "plugins/pages/heads.py": 'def head(_, pgettext):\n    _("Search")\n    pgettext("a", "May")\n',
    "theme/templates/parts/foot.html": '{{ ngettext("%(num)s page", "%(num)s pages", 2) }}',
    "theme/templates/feed.xml": "{% trans name=1 %}\n  Hello,\n  {{ name }}\n{% endtrans %}",
}


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Write files below a root and return the root."""

    def write(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def _po(root: Path, lang: Lang) -> Path:
    return catalog_path(root / "theme/translations", lang)


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _translate(root: Path, message: str, text: str) -> None:
    _replace(
        _po(root, "vi"), f'msgid "{message}"\nmsgstr ""', f'msgid "{message}"\nmsgstr "{text}"'
    )


def _translated(root: Path) -> None:
    update_catalogs(root)
    _translate(root, "Search", "Tìm kiếm")
    _translate(root, "May", "Tháng 5")
    _translate(root, "Hello, %(name)s", "Chào %(name)s")
    _replace(_po(root, "vi"), 'msgstr[0] ""', 'msgstr[0] "%(num)s trang"')


def test_every_message_of_plugins_and_templates_is_found(tree: Tree) -> None:
    """Plain, plural, contextual and trimmed messages are asked for in Vietnamese."""
    problems = update_catalogs(tree(_SOURCES))

    assert problems == [
        'vi: "%(num)s page" has no translation.',
        'vi: "Hello, %(name)s" has no translation.',
        'vi: "May" (context "a") has no translation.',
        'vi: "Search" has no translation.',
    ]


def test_english_says_what_the_sources_say(tree: Tree) -> None:
    """English needs no translator, and an English text that was improved is kept."""
    root = tree(_SOURCES)
    update_catalogs(root)
    _replace(_po(root, "en"), 'msgstr "Search"', 'msgstr "Search this portal"')
    update_catalogs(root)

    catalog = load_catalog(root / "theme/translations", "en")

    assert catalog.gettext("Search") == "Search this portal"
    assert catalog.ngettext("%(num)s page", "%(num)s pages", 1) == "%(num)s page"
    assert catalog.ngettext("%(num)s page", "%(num)s pages", 2) == "%(num)s pages"


def test_a_translated_tree_has_no_problems_however_often_it_is_checked(tree: Tree) -> None:
    """Not even with a context, with which Babel's own check fails for ever."""
    root = tree(_SOURCES)
    _translated(root)

    assert update_catalogs(root) == []
    assert check_catalogs(root) == []
    assert check_catalogs(root) == []


def test_updating_twice_gives_the_same_files(tree: Tree) -> None:
    """Neither dates nor line numbers nor versions change a file by themselves."""
    root = tree(_SOURCES)
    _translated(root)
    update_catalogs(root)
    before = [_po(root, lang).read_bytes() for lang in LANGS]
    heads = root / "plugins/pages/heads.py"
    heads.write_text("\n\n\n" + heads.read_text(encoding="utf-8"), encoding="utf-8")

    assert update_catalogs(root) == []
    assert [_po(root, lang).read_bytes() for lang in LANGS] == before
    assert b"Date" not in before[0]
    assert b"Babel" not in before[0]
    assert b"heads.py\n" in before[0]


def test_a_file_that_is_up_to_date_is_not_written(tree: Tree) -> None:
    """A watching server does not build again for nothing."""
    root = tree(_SOURCES)
    update_catalogs(root)
    stamps = [_po(root, lang).stat().st_mtime_ns for lang in LANGS]

    update_catalogs(root)

    assert [_po(root, lang).stat().st_mtime_ns for lang in LANGS] == stamps


def test_what_translators_wrote_is_kept(tree: Tree) -> None:
    """Translations, comments and fuzzy marks survive; Vietnamese is stored composed."""
    root = tree(_SOURCES)
    _translated(root)
    decomposed = unicodedata.normalize("NFD", "Tìm kiếm")
    _replace(_po(root, "vi"), 'msgstr "Tìm kiếm"', f'msgstr "{decomposed}"')
    _replace(_po(root, "vi"), "#: plugins/pages/heads.py\nmsgctxt", "# Ghi chú\nmsgctxt")

    update_catalogs(root)

    text = _po(root, "vi").read_text(encoding="utf-8")
    assert 'msgstr "Tìm kiếm"' in text
    assert "# Ghi chú\n#: plugins/pages/heads.py\nmsgctxt" in text


def test_new_messages_are_never_guessed_from_old_ones(tree: Tree) -> None:
    """A message that changes by a letter is missing, and the old one is gone."""
    root = tree(_SOURCES)
    _translated(root)
    tree({"plugins/pages/heads.py": '_("Searches")\npgettext("b", "May")\n'})

    assert update_catalogs(root) == [
        'vi: "May" (context "b") has no translation.',
        'vi: "Searches" has no translation.',
    ]
    assert "Tìm kiếm" not in _po(root, "vi").read_text(encoding="utf-8")


def test_a_changed_plural_is_a_new_message(tree: Tree) -> None:
    """The translation of another plural is not passed off as that of this one."""
    root = tree(_SOURCES)
    _translated(root)
    _replace(root / "theme/templates/parts/foot.html", "%(num)s pages", "%(num)s sheets")

    assert update_catalogs(root) == ['vi: "%(num)s page" has no translation.']


def test_checking_reports_stale_files_and_writes_nothing(tree: Tree) -> None:
    """A message added without running the task is found, and so are absent files."""
    root = tree(_SOURCES)

    stale = [problem for problem in check_catalogs(root) if "up to date" in problem]

    assert [problem.split()[0] for problem in stale] == [
        f"theme/translations/{lang}/LC_MESSAGES/portal.po" for lang in LANGS
    ]
    assert not (root / "theme/translations").exists()
    _translated(root)
    update_catalogs(root)
    tree({"plugins/new.py": '_("Search")'})
    assert len(check_catalogs(root)) == 2


def test_line_ends_of_windows_are_up_to_date(tree: Tree) -> None:
    """A checkout with other line ends is no change of the messages."""
    root = tree(_SOURCES)
    _translated(root)
    update_catalogs(root)
    for lang in LANGS:
        path = _po(root, lang)
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert check_catalogs(root) == []


def test_fuzzy_translations_are_reported_and_stay_fuzzy(tree: Tree) -> None:
    """A guess that a tool made has to be looked at by a person."""
    root = tree(_SOURCES)
    _translated(root)
    _replace(_po(root, "vi"), 'msgid "Search"', '#, fuzzy\nmsgid "Search"')
    expected = ['vi: "Search" is marked fuzzy: check the translation and remove the mark.']

    assert update_catalogs(root) == expected
    assert update_catalogs(root) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Chào %(name)s", "Chào"),
        ("Chào %(name)s", "Chào %(ten)s"),
        ("Chào %(name)s", "Chào {name}"),
        ("Chào %(name)s", "100% %(name)s"),
        ("%(num)s trang", "các trang"),
        ("%(num)s trang", "%(num)s trang %(more)s"),
        ("Tìm kiếm", "Tìm %(what)s"),
    ],
)
def test_placeholders_that_differ_are_reported(tree: Tree, old: str, new: str) -> None:
    """A placeholder that is lost, renamed, invented or broken would break the page."""
    root = tree(_SOURCES)
    _translated(root)
    _replace(_po(root, "vi"), old, new)

    (problem,) = update_catalogs(root)

    assert problem.startswith('vi: "')
    assert problem.endswith("has other placeholders in its translation.")


def test_one_thing_may_leave_its_number_out(tree: Tree) -> None:
    """'one page' beside '5 pages' is good English; Vietnamese needs the number."""
    root = tree(
        {
            "theme/templates/a.html": "{% trans n=2 %}one page{% pluralize %}{{ n }} pages{% endtrans %}"
        }
    )
    update_catalogs(root)
    _replace(_po(root, "vi"), 'msgstr[0] ""', 'msgstr[0] "%(n)s trang"')

    assert update_catalogs(root) == []


def test_no_form_of_a_plural_invents_a_placeholder(tree: Tree) -> None:
    """The form for one is checked as well as the form for many."""
    root = tree(_SOURCES)
    _translated(root)
    _replace(_po(root, "en"), 'msgstr[0] "%(num)s page"', 'msgstr[0] "%(count)s page"')

    assert update_catalogs(root) == [
        'en: "%(num)s page" has other placeholders in its translation.'
    ]


def test_messages_are_sorted(tree: Tree) -> None:
    """Moving a message from one source to another moves nothing else in the file."""
    root = tree({"plugins/a.py": '_("b")\n_("c")\n', "plugins/b.py": '_("a")\n_("B")\n'})
    update_catalogs(root)

    lines = _po(root, "vi").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if line.startswith("msgid")] == [
        'msgid ""',
        'msgid "B"',
        'msgid "a"',
        'msgid "b"',
        'msgid "c"',
    ]


def test_a_lone_percent_in_a_template_is_reported_with_its_line(tree: Tree) -> None:
    """Every message of a template is formatted; {% trans %} doubles the sign by itself."""
    root = tree(
        {
            "theme/templates/a.html": '\n{{ _("100% online") }}',
            "theme/templates/b.html": '{{ _("100%% safe") }}{% trans %}50% off{% endtrans %}',
            "plugins/a.py": '_("20% of it")',
        }
    )

    percents = [problem for problem in update_catalogs(root) if "write" in problem]

    assert percents == [
        'theme/templates/a.html:2: write "%%" for "%" in the message "100% online".'
    ]


def test_templates_find_the_messages_that_were_extracted(tree: Tree) -> None:
    """Rendering with newstyle gettext and trimmed blocks asks for the same ids."""
    source = "{% trans x=7 %}\n  Up {{ x }}\n  of 10%{% endtrans %}|{% trans %}5% off{% endtrans %}"
    root = tree({"theme/templates/a.html": source})
    update_catalogs(root)
    _translate(root, "Up %(x)s of 10%%", "Lên %(x)s trên 10%%")
    _translate(root, "5%% off", "Giảm 5%%")
    assert update_catalogs(root) == []
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    environment.policies["ext.i18n.trimmed"] = True
    catalog = load_catalog(root / "theme/translations", "vi")
    environment.install_gettext_translations(catalog, newstyle=True)  # type: ignore[attr-defined]

    assert environment.from_string(source).render() == "Lên 7 trên 10%|Giảm 5%"


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("theme/templates/z.html", "\n{% if %}", "theme/templates/z.html:2: "),
        ("theme/templates/z.xml", "{{ ", "theme/templates/z.xml:1: "),
        ("plugins/z.py", "_('a'\n", "plugins/z.py: "),
    ],
)
def test_a_broken_source_loses_no_translation(tree: Tree, name: str, text: str, where: str) -> None:
    """The fault is reported, and the catalogs stay as they were."""
    root = tree(_SOURCES)
    _translated(root)
    update_catalogs(root)
    before = [_po(root, lang).read_bytes() for lang in LANGS]
    tree({name: text, "plugins/pages/heads.py": ""})

    (problem,) = update_catalogs(root)

    assert problem.startswith(where)
    assert check_catalogs(root) == [problem]
    assert [_po(root, lang).read_bytes() for lang in LANGS] == before


def test_a_broken_catalog_is_reported_and_not_written_over(tree: Tree) -> None:
    """What translators wrote waits for a person who mends the file."""
    root = tree(_SOURCES)
    _translated(root)
    _replace(_po(root, "vi"), 'msgid "Search"', '<<<<<<< HEAD\nmsgid "Search"')
    before = _po(root, "vi").read_bytes()

    (problem,) = update_catalogs(root)

    assert problem.startswith("theme/translations/vi/LC_MESSAGES/portal.po: ")
    assert _po(root, "vi").read_bytes() == before


def test_a_tree_without_messages_has_catalogs_that_load(tree: Tree) -> None:
    """A theme may begin empty."""
    root = tree({})

    assert update_catalogs(root) == []
    for lang in LANGS:
        assert load_catalog(root / "theme/translations", lang).gettext("Search") == "Search"
