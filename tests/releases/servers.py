"""A server of a release that does with one answer what intruders do."""

from __future__ import annotations

import asyncio
import mimetypes
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from aiohttp import web

from plugins.base import policy

Planted = Callable[[web.Request], web.Response | None]
HEADERS = {**dict(policy.HEADERS), "Content-Security-Policy": policy.SENT_POLICY}
TYPES = {".atom": "application/atom+xml", ".csv": "text/csv", ".webp": "image/webp"}


def nothing(_: web.Request) -> None:
    """Let the answer be."""


@contextmanager
def serving(
    folder: Path, planted: Planted = nothing, certificate: ssl.SSLContext | None = None
) -> Iterator[str]:
    """The address at which a server of `folder` answers; `planted` may answer in its place."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return planted(request) or plain(folder, request)

    with _answering(answer, certificate) as address:
        yield address


@contextmanager
def stalling(folder: Path) -> Iterator[str]:
    """The address of a server that hands out the seal of a release, and then holds back."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if not request.path.startswith("/release"):
            await asyncio.Event().wait()
        return plain(folder, request)

    with _answering(answer) as address:
        yield address


@contextmanager
def _answering(
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]],
    certificate: ssl.SSLContext | None = None,
) -> Iterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    loop = asyncio.new_event_loop()
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1)

    async def start() -> int:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=certificate)
        await site.start()
        port: int = runner.addresses[0][1]
        return port

    port = loop.run_until_complete(start())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield f"http{'s' if certificate else ''}://127.0.0.1:{port}/"
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def page(text: str, status: int = 200) -> web.Response:
    """A page with this text."""
    return web.Response(text=text, content_type="text/html", headers=HEADERS, status=status)


def plain(folder: Path, request: web.Request) -> web.Response:
    """What a server with static compression answers."""
    path = request.match_info["path"]
    if path and not path.endswith("/") and (folder / path).is_dir():
        raise web.HTTPMovedPermanently(f"/{path}/")
    file = folder / (f"{path}index.html" if not path or path.endswith("/") else path)
    status = 200
    if not file.is_file():
        file, status = folder / "404.html", 404
    kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "text/plain"
    headers = dict(HEADERS)
    cache = "immutable" if path.startswith(("giao-dien/", "tep/")) else "no-cache"
    headers["Cache-Control"] = cache
    for name, ending in (("br", ".br"), ("gzip", ".gz")):
        if (
            name in request.headers["Accept-Encoding"]
            and file.with_name(file.name + ending).exists()
        ):
            headers["Content-Encoding"] = name
            file = file.with_name(file.name + ending)
    headers["Content-Type"] = f"{kind}; charset=utf-8" if kind == "text/html" else kind
    return web.Response(body=file.read_bytes(), headers=headers, status=status)
