"""A headless Chromium, driven over its DevTools protocol: what a reader of a page meets."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import aiohttp

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE_SECONDS = 30.0  # real; a guard, never a verdict


class NotStartedError(Exception):
    """Raised when a Chromium is there and does not run: without a shared library, say."""


def found() -> str | None:
    """Return the path of a Chromium: `KATAS_CHROMIUM`, or one of the usual names; None without."""
    given = os.environ.get("KATAS_CHROMIUM")
    return next(filter(None, map(shutil.which, [given] if given else NAMES)), None)


class Browser:
    """One browser with one page. Use as a context manager; every call waits for its answer."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._runner = asyncio.Runner(loop_factory=asyncio.SelectorEventLoop)
        self._number = 0

    def __enter__(self) -> Browser:
        self._home = Path(tempfile.mkdtemp(prefix="katas-browser-"))
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        flags += ["--no-first-run", "--remote-debugging-port=0", f"--user-data-dir={self._home}"]
        self._process = subprocess.Popen(
            [self._path, *flags, "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._do(self._connect())
            self.call("Emulation.setFocusEmulationEnabled", enabled=True)  # as if in front
        except (TimeoutError, OSError, aiohttp.ClientError) as error:
            self.__exit__()
            raise NotStartedError(f"{self._path} does not start") from error
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._do(self._hang_up())
        self._runner.close()
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    async def _connect(self) -> None:
        self._session = aiohttp.ClientSession()
        async with asyncio.timeout(PATIENCE_SECONDS):
            port = await self._port()
            async with self._session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                pages = [each for each in await answer.json() if each["type"] == "page"]
            address = pages[0]["webSocketDebuggerUrl"]
            self._socket = await self._session.ws_connect(address, max_msg_size=0)

    async def _port(self) -> str:
        said = self._home / "DevToolsActivePort"
        while not said.is_file() or not said.read_text():
            if self._process.poll() is not None:
                raise ChildProcessError(f"it ended with {self._process.returncode}")
            await asyncio.sleep(0.02)
        return said.read_text().split()[0]

    async def _hang_up(self) -> None:
        await self._session.close()

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(work)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command of the protocol and return its result; raise where it fails."""
        return self._do(self._call(method, params))

    async def _call(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": params})
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                said = json.loads(await self._socket.receive_str())
                if said.get("id") == self._number:
                    break
        if "error" in said:
            raise RuntimeError(f"{method}: {said['error']['message']}")
        return said["result"]

    def run(self, script: str) -> Any:
        """Return what an expression of JavaScript gives in the page; of a promise, its value."""
        said = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in said:
            raise RuntimeError(said["exceptionDetails"]["exception"]["description"])
        return said["result"].get("value")

    def open(self, page: Path) -> None:
        """Load a file and wait until it is there."""
        self.call("Page.navigate", url=page.as_uri())
        until = time.monotonic() + PATIENCE_SECONDS
        while self.run("document.readyState + location.href") != f"complete{page.as_uri()}":
            assert time.monotonic() < until, "the page does not load"

    def show(self, *, width: int, height: int = 800, dark: bool = False, media: str = "") -> None:
        """Set the window's size, the colour scheme, and `media` to `print` for paper."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 500,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def press(self, key: str, text: str = "") -> None:
        """Press and release a key, named as in JavaScript: `Tab`, `ArrowRight`, `Enter`."""
        code = {"Tab": 9, "Enter": 13}.get(key, 0)
        named = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        kind = "keyDown" if text else "rawKeyDown"
        self.call("Input.dispatchKeyEvent", type=kind, text=text, **named)
        self.call("Input.dispatchKeyEvent", type="keyUp", **named)

    def picture(self, to: Path, clip: dict[str, Any] | None = None) -> None:
        """Write what is shown, or a part of the page, as PNG."""
        more = {"clip": {**clip, "scale": 1}, "captureBeyondViewport": True} if clip else {}
        to.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", **more)["data"]))

    def printed(self) -> bytes:
        """Return the page as PDF."""
        return base64.b64decode(self.call("Page.printToPDF")["data"])
