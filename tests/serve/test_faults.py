"""Where the cause of a failed build stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.languages.catalogs import CatalogError
from plugins.serve.faults import fault_of


def raised(home: Path, text: str) -> Exception:
    """The exception of rendering a template that holds `text`."""
    folder = home / "theme/templates"
    folder.mkdir(parents=True)
    (folder / "base.html").write_text(text)
    environment = Environment(
        loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=True
    )
    with pytest.raises(Exception) as caught:  # noqa: PT011  of whatever kind
        environment.get_template("base.html").render()
    return caught.value


@pytest.mark.parametrize(
    "text", ["a\n{% if %}", "a\n{{ nothing.at.all }}", "a\n{{ 1 + 'a' }}", "a\n{% include 'no' %}"]
)
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    """Whether it cannot be read or fails while a page is made."""
    fault = fault_of(raised(tmp_path, text), tmp_path, "en")

    assert (fault.path, fault.line) == ("theme/templates/base.html", 2)
    assert fault.message.startswith("The template is broken")
    assert fault.fix


def test_a_template_that_failed_in_another_process_is_named(tmp_path: Path) -> None:
    """Only the text of the trace comes from there."""
    error = ValueError("x")
    error.__cause__ = Exception(f'\n  File "{tmp_path}/theme/templates/a.html", line 7, in b\n')

    assert fault_of(error, tmp_path, "en").path == "theme/templates/a.html"
    assert fault_of(error, tmp_path, "en").line == 7


def test_a_broken_catalog_is_named_with_its_line(tmp_path: Path) -> None:
    """The path is short, and the reason is told."""
    path = tmp_path / "theme/translations/en/LC_MESSAGES/portal.po"

    fault = fault_of(CatalogError(path, "line 12 cannot be read"), tmp_path, "vi")

    assert (fault.path, fault.line) == ("theme/translations/en/LC_MESSAGES/portal.po", 12)
    assert "Bảng dịch có lỗi" in fault.message


def test_broken_settings_are_named_with_their_line(tmp_path: Path) -> None:
    """A slip of the pen in Python stands where it was made."""
    path = str(tmp_path / "pelicanconf.py")
    with pytest.raises(SyntaxError) as caught:
        compile("A = 1\nB = (", path, "exec")

    fault = fault_of(caught.value, tmp_path, "en")

    assert (fault.path, fault.line) == ("pelicanconf.py", 2)
    assert "settings" in fault.message


def test_a_missing_file_of_the_theme_is_named(tmp_path: Path) -> None:
    """The message says which one."""
    with pytest.raises(OSError, match="portal") as caught:
        (tmp_path / "theme/static/portal.css").read_bytes()

    assert fault_of(caught.value, tmp_path, "en").path == "theme/static/portal.css"


def test_any_other_failure_is_told_without_a_place(tmp_path: Path) -> None:
    """On one line, with its kind."""
    fault = fault_of(ValueError("a\nb"), tmp_path, "en")

    assert fault.path == ""
    assert "ValueError: a b" in fault.message
