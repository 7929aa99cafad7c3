"""A build over an earlier one makes the same bytes as a build from nothing."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Mapping
from contextlib import redirect_stderr
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from plugins.builds.build import BuildOptions, build
from tests.builds.away import ADDRESS, take_threads
from tests.conftest import CONTENT, ROOT, article
from tests.pictures.samples import sample

KEYS = st.sampled_from(["a", "b", "c", "d"])
LANGS = st.sampled_from(["vi", "en"])
FOLDERS = st.sampled_from(["articles", "news/2026", "portals/xa/articles", "portals/xb/news/2026"])
WORDS = st.sampled_from(
    ["Nộp thuế đất", "Lịch tiêm chủng", "Họp thôn", "Sửa đường", "Mùa lúa", "Cấp sổ đỏ"]
)
BODIES = st.sampled_from(
    [
        "Nội dung về **thuế**.",
        "## Một\n\nĐoạn.\n\n## Hai\n\nĐoạn.\n\n## Ba\n\nĐoạn.",
        "/// comparison | bang\n///\n\nXem bảng.",
        "Xem [bài a]({filename}/articles/a/index.vi.md) và [thủ tục]({filename}/articles/dat-dai/index.vi.md).",
        "Xem [bài riêng]({filename}/portals/xa/articles/a/index.vi.md).",
        "![Ảnh trụ sở]({static}/articles/dat-dai/anh.png)",
        '![Trụ sở]({static}/articles/dat-dai/anh.png "Trụ sở mới | Văn A")',
        "Hỏi đáp tại [luật](https://luat.example/a).",
    ]
)
DAYS = st.integers(1, 28)
FIRST = datetime(2026, 11, 10, 12)  # noqa: DTZ001  an ISO time of Việt Nam
PORTAL = CONTENT["portals/xa/portal.yaml"]
START: Mapping[str, str | bytes] = {
    **CONTENT,
    "portals/xb/portal.yaml": PORTAL.replace("mau.example", "khac.example").replace(
        "shares: all", "shares: {categories: [dat-dai]}"
    ),
    "articles/dat-dai/anh.png": sample("png", size=(330, 9)),
    "news/2026/tin/index.vi.md": article("Tin đầu", "", sources="", date="2026-11-02"),
    "pages/about/index.vi.md": "---\ntitle: Giới thiệu\nsummary: Cổng này.\n---\nChữ.\n",
}


class Edits(RuleBasedStateMachine):
    """Edits a content folder, the theme and the output, and builds after every other edit."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FIRST
        self.edits = 0
        self.fresh = 0

    @initialize()
    def begin(self) -> None:
        """The small content folder with two portals, and a theme of its own."""
        for name, data in START.items():
            self.write(name, data)
        shutil.copytree(ROOT / "theme", self.folder / "theme")
        (self.folder / "pelicanconf.py").write_text(
            f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
            + (ROOT / "pelicanconf.py").read_text(encoding="utf-8"),
            encoding="utf-8",
        )

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def place(self, name: str) -> Path:
        """Where a content file lies."""
        return self.folder / "content" / name

    def write(self, name: str, data: str | bytes) -> None:
        """Write a content file."""
        place = self.place(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data.encode() if isinstance(data, str) else data)

    def replace(self, name: str, old: str, new: str) -> None:
        """Change the words of a content file."""
        text = self.place(name).read_text(encoding="utf-8")
        self.write(name, text.replace(old, new))

    def texts(self) -> list[Path]:
        """The texts of the content, in order."""
        return sorted((self.folder / "content").rglob("index.*.md"))

    @rule(
        folder=FOLDERS,
        key=KEYS,
        lang=LANGS,
        title=WORDS,
        body=BODIES,
        day=DAYS,
        category=st.sampled_from(["tin", "dat-dai"]),
        tags=st.sampled_from(["", "[thue]", "[so-do]", "[thue, so-do]"]),
        extra=st.sampled_from(
            [
                {},
                {"pinned": "true"},
                {"status": "draft"},
                {"expires": "2026-11-25"},
                {"aliases": "[cu/trang]"},
                {"modified": "2026-11-29"},
                {"translation_of": "2026-11-03"},
                {"image": "/articles/dat-dai/anh.png"},
                {"image": "/articles/dat-dai/anh.png", "image_alt": "Trụ sở", "image_credit": "A"},
                {"author": "Ban biên tập"},
            ]
        ),
    )
    def write_text(  # noqa: PLR0913, PLR0917  one parameter a field
        self,
        folder: str,
        key: str,
        lang: str,
        title: str,
        body: str,
        day: int,
        category: str,
        tags: str,
        extra: Mapping[str, str],
    ) -> None:
        """Add or replace a text: title, tags, date, category, state and body."""
        fields = {"date": f"2026-11-{day:02}", "category": category, "tags": tags, **extra}
        name = f"{folder}/{key}/index.{lang}.md"
        self.write(name, article(f"{title} {key}", body, **fields))

    @rule(choice=st.integers(0, 99), title=WORDS)
    def retitle(self, choice: int, title: str) -> None:
        """Change the title of a text, and so its address."""
        texts = self.texts()
        path = texts[choice % len(texts)]
        lines = path.read_text(encoding="utf-8").split("\n")
        lines[1] = f"title: {title} {choice}"
        path.write_text("\n".join(lines), encoding="utf-8")

    @rule(choice=st.integers(0, 99))
    def remove(self, choice: int) -> None:
        """Remove a text."""
        texts = self.texts()
        if len(texts) > 1:
            texts[choice % len(texts)].unlink()

    @rule(choice=st.integers(0, 99), key=KEYS)
    def rename(self, choice: int, key: str) -> None:
        """Move a text to another folder."""
        texts = self.texts()
        path = texts[choice % len(texts)]
        target = path.parent.parent / key / path.name
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            path.rename(target)

    @rule(width=st.sampled_from([20, 330, 500]))
    def change_the_picture(self, width: int) -> None:
        """Put another picture in its place: a sign, or one that smaller ones are made of."""
        self.write("articles/dat-dai/anh.png", sample("png", size=(width, 9)))

    @rule(cell=st.sampled_from(["Không mất phí", "Miễn phí", "15.000 đồng"]))
    def change_a_cell(self, cell: str) -> None:
        """Change what a table says."""
        table = CONTENT["comparisons/bang.yaml"].replace("Không mất phí", cell)
        self.write("comparisons/bang.yaml", table)

    @rule(there=st.booleans())
    def change_the_tables(self, *, there: bool) -> None:
        """Add or remove a second table."""
        name = "comparisons/hai.yaml"
        if there:
            table = CONTENT["comparisons/bang.yaml"].replace("Bảng mẫu", "Bảng hai")
            self.write(name, table.replace(", en: Sample table", ""))
        else:
            self.place(name).unlink(missing_ok=True)

    @rule(
        field=st.sampled_from(
            [
                "phone: 0237 1",
                "email: a@mau.example",
                "nav: [tin-tuc, the]",
                "shares: none",
                "offline: false",
            ]
        ),
        portal=st.sampled_from(["xa", "xb"]),
    )
    def change_a_portal(self, field: str, portal: str) -> None:
        """Change its telephone, menu or what it shares."""
        text = START[f"portals/{portal}/portal.yaml"]
        assert isinstance(text, str)
        name = field.partition(":")[0]
        kept = [line for line in text.splitlines() if not line.startswith(f"{name}:")]
        self.write(f"portals/{portal}/portal.yaml", "\n".join([*kept, field, ""]))

    @rule(name=st.sampled_from(["thuế", "thuế đất", "thuế nhà"]))
    def rename_a_tag(self, name: str) -> None:
        """Change what readers call a tag."""
        words = CONTENT["vocabulary.yaml"].replace("vi: thuế", f"vi: {name}")
        self.write("vocabulary.yaml", words)

    @rule(name=st.sampled_from(["Báo cáo năm", "Báo cáo quý"]))
    def rename_a_source(self, name: str) -> None:
        """Change the title of a source."""
        self.write("sources/bao.yaml", CONTENT["sources/bao.yaml"].replace("Báo cáo năm", name))

    @rule(
        template=st.sampled_from(
            ["text.html", "list.html", "base.html", "parts/footer.html", "parts/items.html"]
        ),
        number=st.integers(0, 3),
    )
    def change_a_template(self, template: str, number: int) -> None:
        """Change a template."""
        text = (ROOT / "theme/templates" / template).read_text(encoding="utf-8")
        place = self.folder / "theme/templates" / template
        place.write_text(text.replace('class="', f'class="v{number} ', 1), encoding="utf-8")

    @rule(word=st.sampled_from(["Trang chủ", "Trang nhất"]), lang=st.just("vi"))
    def change_a_catalog(self, word: str, lang: str) -> None:
        """Change what the interface says."""
        name = f"theme/translations/{lang}/LC_MESSAGES/portal.po"
        text = (ROOT / name).read_text(encoding="utf-8")
        changed = text.replace('msgstr "Trang chủ"', f'msgstr "{word}"')
        (self.folder / name).write_text(changed, encoding="utf-8")

    @rule(colour=st.sampled_from(["red", "blue"]))
    def change_the_style(self, colour: str) -> None:
        """Change the style sheet."""
        css = (ROOT / "theme/static/portal.css").read_text(encoding="utf-8")
        place = self.folder / "theme/static/portal.css"
        place.write_text(f"{css}/* {colour} */", encoding="utf-8")

    @rule(days=st.integers(-20, 20))
    def let_time_pass(self, days: int) -> None:
        """Set the clock, backwards too: texts come and go by their dates."""
        self.clock += timedelta(days=days)

    @rule(what=st.sampled_from(["edit", "touch", "remove", "add", "folder"]))
    def meddle_with_the_output(self, what: str) -> None:
        """Change, remove or add files where nobody should."""
        files = sorted(path for path in (self.folder / "output").rglob("*") if path.is_file())
        if not files:
            return
        path = files[len(files) // 2]
        if what == "edit":
            status = path.stat()
            path.write_bytes(path.read_bytes()[:-1] + b"!")
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        elif what == "touch":
            path.touch()
        elif what == "remove":
            path.unlink()
        elif what == "add":
            (path.parent / "la.html").write_text("lạ", encoding="utf-8")
        else:
            (path.parent / "la" / "index.html").mkdir(parents=True, exist_ok=True)

    @rule(at=st.integers(0, 10_000))
    def spoil_the_store(self, at: int) -> None:
        """Change a byte of what is kept, or delete it."""
        place = self.folder / "cache" / "kept.sqlite"
        if not place.exists():
            return
        data = bytearray(place.read_bytes())
        if at % 3 == 0:
            place.unlink()
        else:
            data[at * 7919 % len(data)] ^= 0x55
            place.write_bytes(bytes(data))

    @precondition(lambda _: hasattr(os, "fork"))
    @rule(seconds=st.floats(0, 0.4))
    def kill_a_build(self, seconds: float) -> None:
        """End a build at some moment of it."""
        child = os.fork()
        if child == 0:
            self.build("output", "cache")
            os._exit(0)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

    @invariant()
    def is_as_if_built_from_nothing(self) -> None:
        """What was not held back is the same, file by file, byte by byte."""
        self.edits += 1
        # People do more than one thing before they build.
        if self.edits % 2 or not (self.folder / "theme").exists():
            return
        self.fresh += 1
        clean = f"clean{self.fresh}"
        code, said = self.build("output", "cache")
        wanted, said_clean = self.build(clean, f"{clean}-cache")
        try:
            assert (code, problems(said)) == (wanted, problems(said_clean)), said + said_clean
            for portal in sorted((self.folder / clean).glob("[!.]*")):
                here = contents(self.folder / "output" / portal.name)
                assert sorted(here) == sorted(contents(portal))
                assert here == contents(portal)
            if code == 0:
                assert names(self.folder / "output") == names(self.folder / clean)
        finally:
            shutil.rmtree(self.folder / clean, ignore_errors=True)
            shutil.rmtree(self.folder / f"{clean}-cache", ignore_errors=True)

    def build(self, output: str, cache: str) -> tuple[int, str]:
        """How a build ends, and what it says."""
        content, into, keep = (str(self.folder / name) for name in ("content", output, cache))
        clock = self.clock.isoformat()
        # Every other build is made by others.
        executor = ADDRESS if output == "output" and self.fresh % 2 else ""
        options = BuildOptions(
            (), content, into, keep, clock, clean=False, jobs=1, executor=executor
        )
        said = StringIO()
        with redirect_stderr(said):
            code = build(options, self.folder)
        return code, said.getvalue()


def problems(said: str) -> list[str]:
    """The lines that tell problems."""
    return [line for line in said.splitlines() if "] " in line and "[" in line]


def names(folder: Path) -> list[str]:
    """What stands in an output folder."""
    return sorted(path.name for path in folder.iterdir())


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_hundreds_of_edits_give_what_clean_builds_give(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is edited, in whatever order, killed or spoiled in between."""
    take_threads(monkeypatch)
    run_state_machine_as_test(
        Edits,
        settings=settings(
            max_examples=8,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
