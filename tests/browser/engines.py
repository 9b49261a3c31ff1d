"""Three real engines that open pages: Chromium, Firefox and WebKitGTK."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol
from warnings import catch_warnings, simplefilter

from playwright.sync_api import Page
from selenium import webdriver
from selenium.common.exceptions import InvalidSessionIdException, WebDriverException
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

FIREFOX = "/usr/bin/firefox-esr"
WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver"
MINI_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"
PATIENCE = 60
# Automation would relax the file policy; the other settings keep Firefox itself off
# the network.
PREFERENCES: dict[str, bool | int | str] = {
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


class Engine(Protocol):
    """A browser that runs the body of an async function on a page of its own."""

    def open(self, url: str) -> None:
        """Go to the page and wait until it is loaded."""

    def run(self, body: str, *arguments: Any) -> Any:
        """What the body returns; it finds the arguments in `given`."""


class Chromium:
    """Through Playwright."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, url: str) -> None:
        self.page.goto(url)

    def run(self, body: str, *arguments: Any) -> Any:
        return self.page.evaluate(f"async (given) => {{ {body} }}", list(arguments))


class Firefox:
    """Through Marionette, which leaves the file policy as readers have it."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver
        driver.timeout.script = PATIENCE

    def open(self, url: str) -> None:
        self.driver.navigate(url)

    def run(self, body: str, *arguments: Any) -> Any:
        script = settled(body, "given.pop()")
        return self.driver.execute_async_script(script, [*arguments], sandbox=None)


class WebKit:
    """Through WebDriver, which on a busy machine now and then has no reply to a script.

    So what the script said is asked for until it is there: asking changes nothing.
    """

    def __init__(self, driver: webdriver.WebKitGTK) -> None:
        self.driver = driver

    def open(self, url: str) -> None:
        self.driver.get(url)

    def run(self, body: str, *arguments: Any) -> Any:
        self.driver.execute_script(
            settled(body, "(said) => (window.told = [said])"), *arguments
        )
        for _ in range(PATIENCE * 20):
            try:
                if told := self.driver.execute_script("return window.told"):
                    return told[0]
            except InvalidSessionIdException as ended:
                raise RuntimeError("WebKit died; dmesg says where") from ended
            except WebDriverException:
                pass
            time.sleep(0.05)
        raise TimeoutError(body)


def settled(body: str, done: str) -> str:
    """The body for a driver, whose end or error is given to the JavaScript function."""
    return f"""
      const given = [...arguments], done = {done};
      window.told = undefined;
      (async () => {{ {body} }})().then(done, (error) => done(`failed: ${{error}}`));
    """


@contextmanager
def firefox() -> Iterator[Firefox]:
    """Firefox with a profile of its own."""
    with catch_warnings():  # of how its modules are written
        simplefilter("ignore")
        from marionette_driver.marionette import (  # type: ignore[import-untyped]  # noqa: PLC0415
            Marionette,
        )
    with TemporaryDirectory() as profile:
        preferences = PREFERENCES | {"marionette.port": (port := free_port())}
        lines = (f'user_pref("{k}", {written(v)});\n' for k, v in preferences.items())
        Path(profile, "user.js").write_text("".join(lines), encoding="utf-8")
        flags = ["--headless", "--marionette", "--no-remote", "--profile", profile]
        program = subprocess.Popen([FIREFOX, *flags], stderr=subprocess.DEVNULL)
        driver = Marionette(host="127.0.0.1", port=port)
        try:
            wait_for(port)
            driver.start_session()
            yield Firefox(driver)
        finally:
            program.terminate()
            program.wait(PATIENCE)


@contextmanager
def webkit() -> Iterator[WebKit]:
    """WebKitGTK's MiniBrowser on a screen of its own, painting without OpenGL.

    Mesa's software OpenGL (22.3.6) can crash in the compositor's thread, and the browser
    with it; what a reader sees is painted either way.
    """
    with screen() as display:
        options = Options()
        options.binary_location = MINI_BROWSER
        options.add_argument("--automation")
        environment = os.environ | {
            "DISPLAY": display,
            "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        }
        service = Service(WEBKIT_DRIVER, env=environment)
        with catch_warnings():  # of what it calls in itself
            simplefilter("ignore")
            driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            yield WebKit(driver)
        finally:
            driver.quit()


@contextmanager
def screen() -> Iterator[str]:
    """The name of a display that nobody sees."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"]
    program = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            yield f":{told.readline().strip()}"
    finally:
        program.terminate()
        program.wait(PATIENCE)


def wait_for(port: int) -> None:
    """Come back when somebody listens at the port."""
    for _ in range(PATIENCE * 10):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def written(value: bool | int | str) -> str:  # noqa: FBT001  # a setting's value
    """The value as a Firefox profile has it."""
    return str(value).lower() if isinstance(value, bool | int) else f'"{value}"'
