"""A device takes from a signed portal what was signed, and nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from playwright.sync_api import Page

from plugins.releases.keys import (
    KeyList,
    SignedList,
    encoded_lists,
    list_file,
    lists_of,
    load_key,
    make_key,
    replace_key,
)
from plugins.releases.manifest import HEAD, KEY_LIST
from plugins.releases.publish import Signing
from plugins.releases.signatures import HEADS, KEYS, public_line, sign
from tests.offline.conftest import Server, visit
from tests.offline.signed.conftest import OLD, Host
from tests.offline.test_packs import GENERAL, keep
from tests.offline.test_pictures import forms, is_answered, is_shown
from tests.offline.test_versions import kept


def is_there(page: Page, address: str) -> bool:
    """Whether the page at an address opens without the server."""
    response = page.goto(address)
    assert response is not None
    return response.status == 200


STATE = """async () => {
  const { scope } = await navigator.serviceWorker.ready
  const cache = await caches.open(`portal ${new URL(scope).pathname} state`)
  return (await cache.match(`${scope}ngoai-tuyen/state`)).json()
}"""


def is_refused(page: Page, server: Server) -> bool:
    """Whether the offline page says that nothing is taken, after a contact that ended."""
    before = page.evaluate(STATE)["checked"]
    page.goto(f"{server.address}ngoai-tuyen/")
    found = page.evaluate(
        f"""async (before) => {{
          for (let turn = 0; turn < 1200; turn++) {{
            const {{ refused, checked }} = await ({STATE})()
            const {{ hidden }} = document.querySelector('[data-part="refused"]')
            if (refused && !hidden) return true
            if (!refused && checked !== before && hidden) return false
            await new Promise((resolve) => setTimeout(resolve, 50))
          }}
          throw new Error("the worker has not asked the portal")
        }}""",
        before,
    )
    return bool(found)


def test_a_signed_portal_is_read_without_its_server(page: Page, server: Server) -> None:
    """The control: what is served as it was signed is kept, whether visited or fetched ahead."""
    visit(page, server.address)
    visit(page, server.address + OLD)
    assert not is_refused(page, server)
    server.stop()

    assert is_there(page, server.address + OLD)
    assert "Tin đầu tiên" in page.inner_text("aside")
    assert is_there(page, f"{server.address}bai-so-19/")
    assert page.locator(".banner").evaluate("one => getComputedStyle(one).display") == "block"
    assert is_there(page, f"{server.address}so-do/")


def test_a_changed_page_is_shown_and_not_kept(page: Page, host: Host, server: Server) -> None:
    """Neither one that was visited, nor one that would be fetched ahead."""
    host.plant(OLD, "</main>")
    host.plant("bai-so-19", "</main>")
    visit(page, server.address)
    visit(page, server.address + OLD)
    assert page.locator("main a", has_text="Xem").count() == 1
    visit(page, f"{server.address}bai-so-01/")
    server.stop()

    assert not is_there(page, server.address + OLD)
    assert not is_there(page, f"{server.address}bai-so-19/")
    assert is_there(page, f"{server.address}bai-so-01/")


def test_a_kept_page_stays_when_the_server_has_another(
    page: Page, host: Host, server: Server
) -> None:
    """What was signed is there still, and what was planted never comes."""
    visit(page, server.address + OLD)
    host.plant(OLD, "</main>")
    visit(page, server.address + OLD)
    server.stop()

    assert is_there(page, server.address + OLD)
    assert page.locator("main a", has_text="Xem").count() == 0
    assert "Nội dung 0." in page.inner_text("main")


def test_without_a_release_pages_are_kept_as_they_come(
    page: Page, host: Host, server: Server
) -> None:
    """The control: nobody has signed anything there."""
    (host.current / HEAD).unlink()
    host.plant(OLD, "</main>")
    visit(page, server.address)
    visit(page, server.address + OLD)
    server.stop()

    assert is_there(page, server.address + OLD)
    assert page.locator("main a", has_text="Xem").count() == 1


def test_a_browser_that_knows_no_such_signatures_keeps_as_before(
    page: Page, host: Host, server: Server
) -> None:
    """It cannot check them, and is not shut out for that."""
    worker = host.current / "sw.js"
    without = "crypto.subtle.generateKey = async () => { throw new Error() }\n"
    worker.write_text(without + worker.read_text(encoding="utf-8"), encoding="utf-8")
    host.plant(OLD, "</main>")
    visit(page, server.address + OLD)
    server.stop()

    assert is_there(page, server.address + OLD)
    assert page.locator("main a", has_text="Xem").count() == 1


# What somebody does after a device has seen a release, and builds a portal that is another.
def no_head(host: Host) -> None:
    host.release()
    (host.current / HEAD).unlink()


def other_version(host: Host) -> None:
    host.release()
    shutil.copy(host.place.release(1) / "ngoai-tuyen/ban.dat", host.current / "ngoai-tuyen/ban.dat")


def head_of_before(host: Host) -> None:
    host.release()
    shutil.copy(host.place.release(1) / HEAD, host.current / HEAD)


def foreign(host: Host) -> None:
    host.release()
    line, _, _ = (host.current / HEAD).read_bytes().partition(b"\n")
    other = line.replace(b'"portal":"xa"', b'"portal":"ya"') + b"\n"
    (host.current / HEAD).write_bytes(other + sign(other, host.signing.key, HEADS).encode())


def other_key(host: Host) -> None:
    make_key(host.folder / "keys/other")
    key_file = host.folder / "keys/other"
    host.release(Signing(load_key(key_file), list_file(key_file).read_bytes()))


def expired(host: Host) -> None:
    host.release(days=-31)


def twin(host: Host) -> None:
    shutil.rmtree(host.place.folder)
    host.release()


def list_without_a_signature(host: Host) -> None:
    """A key names itself as the next one, by a list that it alone has signed."""
    key = Ed25519PrivateKey.generate()
    first = lists_of(list_file(host.key_file).read_bytes())
    keys = KeyList(2, (public_line(key),))
    line = json.dumps(
        {"keys": list(keys.keys), "version": 2}, separators=(",", ":"), ensure_ascii=False
    )
    following = SignedList(keys, (sign(line.encode(), key, KEYS),) * 2)
    host.release(Signing(key, encoded_lists([*first, following])))


def lists_taken_away(host: Host) -> None:
    replace_key(host.key_file)
    host.release()
    (host.current / KEY_LIST).unlink()


ATTACKS: list[Callable[[Host], None]] = [
    no_head,
    other_version,
    head_of_before,
    foreign,
    other_key,
    expired,
    twin,
    list_without_a_signature,
    lists_taken_away,
]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_of_what_is_not_signed_nothing_is_taken(
    page: Page, host: Host, server: Server, attack: Callable[[Host], None]
) -> None:
    """What is kept stays as it was, and the offline page says so."""
    visit(page, server.address + OLD)
    host.built = "changed"
    attack(host)

    assert is_refused(page, server)
    page.goto(f"{server.address}bai-so-02/")
    assert is_refused(page, server)
    server.stop()
    assert is_there(page, server.address + OLD)
    assert "Nội dung 0." in page.inner_text("main")
    assert not is_there(page, f"{server.address}bai-so-02/")


def rightly(host: Host) -> None:
    host.release()


def by_a_new_key(host: Host) -> None:
    replace_key(host.key_file)
    host.release()


def by_the_third_key(host: Host) -> None:
    replace_key(host.key_file)
    replace_key(host.key_file)
    host.release()


@pytest.mark.parametrize(
    "way", [rightly, by_a_new_key, by_the_third_key], ids=lambda way: way.__name__
)
def test_what_is_signed_is_taken(
    page: Page, host: Host, server: Server, way: Callable[[Host], None]
) -> None:
    """The control: by the key that was there, or by one that follows it by signed lists."""
    visit(page, server.address + OLD)
    host.built = "changed"
    way(host)

    assert not is_refused(page, server)
    server.stop()
    assert is_there(page, server.address + OLD)
    assert "Nội dung đã sửa." in page.inner_text("main")


def test_an_older_release_is_not_taken(page: Page, host: Host, server: Server) -> None:
    """Though all of it is rightly signed: a newer one was seen here. A later one is taken."""
    visit(page, server.address + OLD)
    aside = host.folder / "aside"
    shutil.copytree(host.current, aside)
    host.built = "changed"
    host.release()
    visit(page, server.address)
    shutil.rmtree(host.current.resolve())
    # Not with its times: the server tells what is new by them.
    shutil.copytree(aside, host.current.resolve(), copy_function=shutil.copy)
    assert is_refused(page, server)
    server.stop()
    assert is_there(page, server.address + OLD)
    assert "Nội dung đã sửa." in page.inner_text("main")
    server.start()
    shutil.rmtree(host.current.resolve())
    host.release()
    visit(page, server.address)

    assert not is_refused(page, server)


def test_planted_latest_news_are_left_out(page: Page, host: Host, server: Server) -> None:
    """They stand outside of what is signed of a page; the page itself is kept."""
    host.plant(OLD, "</aside>")
    host.plant("bai-so-19", "</aside>")
    visit(page, server.address + OLD)
    assert page.locator("aside a", has_text="Xem").count() == 1
    server.stop()

    for path in (OLD, "bai-so-19/"):
        assert is_there(page, server.address + path)
        assert page.locator("a[href*=xau]").count() == 0
        assert page.locator('aside[data-part="latest-news"]').count() == 0


def test_what_is_planted_as_a_code_for_paper_is_left_out(
    page: Page, host: Host, server: Server
) -> None:
    """It stands outside of what is signed as well."""
    drawing = '<svg class="code"><a href="https://xau.example/"><text>Xem</text></a></svg>'
    host.plant(OLD, "<main", drawing)
    visit(page, server.address + OLD)
    visit(page, f"{server.address}bai-so-01/")
    server.stop()
    assert not is_there(page, server.address + OLD)

    assert is_there(page, f"{server.address}bai-so-01/")
    assert page.locator("svg.code").count() == 0


def test_a_new_headline_is_kept_with_the_pages_that_are_visited(
    page: Page, host: Host, server: Server
) -> None:
    """The pages' own words did not change, the latest news beside them did."""
    visit(page, server.address + OLD)
    host.built = "with a headline"
    host.release()
    visit(page, server.address + OLD)
    server.stop()

    assert is_there(page, server.address + OLD)
    assert "Tin đổi tên" in page.inner_text("aside")


def test_a_header_that_leads_elsewhere_is_not_kept(page: Page, server: Server) -> None:
    """No header of a server is signed: those that are not needed go."""
    server.headers[f"/{OLD}"] = {"Refresh": "0; url=../bai-so-01/", "Link": "<x>; rel=preload"}
    visit(page, server.address)
    page.goto(server.address + OLD)
    page.wait_for_url(f"{server.address}bai-so-01/")
    visit(page, f"{server.address}bai-so-02/")
    server.stop()

    assert is_there(page, server.address + OLD)
    assert page.locator("h1").inner_text() == "Bài số 00"
    page.locator('[data-part="kept"]').wait_for()
    assert page.url == server.address + OLD


def test_a_page_waits_for_the_contact_that_vouches_for_it(page: Page, server: Server) -> None:
    """It was visited when the version could not be had; until then nobody knows what it is."""
    visit(page, server.address)
    server.broken.add("/ngoai-tuyen/ban.dat")
    page.goto(server.address + OLD)
    while server.asked[-1] != "/ngoai-tuyen/ban.dat":
        page.wait_for_timeout(50)
    server.stop()
    assert not is_there(page, server.address + OLD)
    server.broken.clear()
    server.start()
    visit(page, server.address)
    server.stop()

    assert is_there(page, server.address + OLD)


def test_a_page_newer_than_the_last_contact_is_kept(page: Page, host: Host, server: Server) -> None:
    """The contact that follows knows its version."""
    visit(page, server.address)
    host.built = "changed"
    host.release()
    visit(page, server.address + OLD)
    server.stop()

    assert is_there(page, server.address + OLD)
    assert "Nội dung đã sửa." in page.inner_text("main")


def test_a_withdrawn_page_leaves_by_a_signed_version_only(
    page: Page, host: Host, server: Server
) -> None:
    """That a server has a page no more says nothing."""
    visit(page, server.address + OLD)
    (host.current / OLD / "index.html").rename(host.folder / "index.html")
    page.goto(server.address + OLD)
    visit(page, server.address)
    assert f"/{OLD}" in kept(page)
    host.built = "without it"
    host.release()
    visit(page, server.address)

    assert f"/{OLD}" not in kept(page)


def test_a_changed_pack_is_not_kept(page: Page, host: Host, server: Server) -> None:
    """Its reader is told; the right one is kept."""
    (pack,) = (host.current / "ngoai-tuyen").glob("goi-vi-tin.*.dat")
    right = pack.read_bytes()
    pack.write_bytes(right[:-9] + bytes([right[-9] ^ 1]) + right[-8:])
    visit(page, f"{server.address}ngoai-tuyen/")
    entry = page.locator('[data-packs="vi-tin"]')
    entry.locator('[data-part="keep"]').click()
    entry.locator('[data-part="failed"]').wait_for()
    assert not entry.locator('[data-part="has"]').is_visible()
    pack.write_bytes(right)
    entry.locator('[data-part="keep"]').click()
    entry.locator('[data-part="has"]').wait_for()
    server.stop()

    assert is_there(page, f"{server.address}bai-so-03/")


def test_a_changed_picture_is_not_kept(page: Page, host: Host, server: Server) -> None:
    """In a category that was kept, the new text waits for the right one without it."""
    keep(page, server, GENERAL)
    host.built = "with a picture"
    host.release()
    (form,) = (host.current / "tep").glob("cho.*.700.webp")
    right = form.read_bytes()
    form.write_bytes(right + b"0")
    page.goto(f"{server.address}bai-so-01/")
    while f"/tep/{form.name}" not in server.asked:
        page.wait_for_timeout(50)
    assert forms(page, "cho") == []
    form.write_bytes(right)
    visit(page, f"{server.address}bai-so-01/")
    server.stop()

    assert is_there(page, server.address + OLD)
    assert is_shown(page)
    (kept_as,) = forms(page, "cho")
    size = "async (path) => (await (await caches.match(path)).blob()).size"
    assert page.evaluate(size, kept_as) == len(right)


def test_a_form_that_nobody_checked_stands_for_no_other(
    page: Page, host: Host, server: Server
) -> None:
    """It was shown as it came; one that was kept for all forms was checked."""
    host.built = "with a picture"
    host.release()
    visit(page, f"{server.address}bai-so-01/")
    page.goto(server.address + OLD)
    assert is_shown(page)
    visit(page, f"{server.address}bai-so-01/")
    (form,) = forms(page, "cho")
    other = form.replace(".700.", ".480.")
    server.stop()
    assert is_answered(page, form)
    assert not is_answered(page, other)
    server.start()
    keep(page, server, GENERAL)
    server.stop()

    assert is_answered(page, other)


def test_a_changed_index_is_not_kept(page: Page, host: Host, server: Server) -> None:
    """What readers are shown of texts without a network is what was signed."""
    visit(page, server.address)
    host.built = "changed"
    host.release()
    (index,) = (host.current / "ngoai-tuyen").glob("tim-vi.*.dat")
    right = index.read_bytes()
    index.write_bytes(right[:-9] + bytes([right[-9] ^ 1]) + right[-8:])
    assert is_refused(page, server)
    assert f"/ngoai-tuyen/{index.name}" not in kept(page)
    index.write_bytes(right)
    visit(page, server.address)

    assert f"/ngoai-tuyen/{index.name}" in kept(page)


@pytest.mark.parametrize("ending", ["css", "js"])
def test_a_changed_file_of_the_theme_is_not_kept(
    page: Page, host: Host, server: Server, ending: str
) -> None:
    """The right one is fetched as soon as it is there, whatever the browser has kept of it."""
    (file,) = (host.current / "giao-dien").glob(f"portal.*.{ending}")
    right = file.read_bytes()
    file.write_bytes(right + b"\n")
    path = f"/giao-dien/{file.name}"
    visit(page, server.address)
    visit(page, server.address + OLD)
    assert path not in kept(page)
    assert f"/{OLD}" in kept(page)
    file.write_bytes(right)
    visit(page, server.address + OLD)

    assert path in kept(page)


def test_what_was_kept_before_a_portal_was_signed_is_checked(
    page: Page, host: Host, server: Server
) -> None:
    """By the first head that is seen: pages that agree stay, others go, and so do packs."""
    head = (host.current / HEAD).read_bytes()
    (host.current / HEAD).unlink()
    host.plant(OLD, "</main>")
    visit(page, server.address + OLD)
    visit(page, f"{server.address}bai-so-01/")
    host.built = "with a headline"
    host.release()
    assert (host.current / HEAD).read_bytes() != head
    host.plant(OLD, "</main>")
    visit(page, server.address)
    server.stop()

    assert is_there(page, f"{server.address}bai-so-01/")
    assert not is_there(page, server.address + OLD)
