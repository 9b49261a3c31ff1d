"""What a page does with whole texts from elsewhere: links, plans, letters, one after another."""

import re
from collections.abc import Sequence
from itertools import batched
from typing import Any, NamedTuple

from playwright.sync_api import Page

from calc.browser import answer
from tests.browser.engines import Engine
from tests.hostile.replies import check

BATCH = 100

# what of a sentence is a figure, in a link or of ours
FIGURE = re.compile(r"[-−\d.,%]+")
WATCH = """
  const wrong = [];
  const note = (what) => (event) =>
    wrong.push(`${what}: ${event.message ?? event.reason ?? event.blockedURI}`);
  addEventListener("error", note("error"));
  addEventListener("unhandledrejection", note("rejection"));
  document.addEventListener("securitypolicyviolation", note("policy"));
  window.alert = () => wrong.push("alert");
  window.confirm = () => true;
  const rest = () => new Promise((done) => setTimeout(done));
  const settled = async (form) => {
    let turn;
    do {
      turn = form.turn;
      await turn;
      await rest();
    } while (turn !== form.turn);
  };
  let slowest = 0;
  const said = {};
  const each = async (texts, act) => {
    for (const text of texts) {
      const start = performance.now();
      const sentence = await act(text);
      said[sentence] = (said[sentence] ?? 0) + 1;
      slowest = Math.max(slowest, performance.now() - start);
      if (document.querySelector("x-hostile, [onerror], [onload], [onclick]"))
        wrong.push(`HTML: ${text}`);
    }
    return { wrong, said, slowest };
  };
"""
LINKS = f"""{WATCH}
  const form = document.querySelector("calc-form");
  await engine.ask('{{"calculator": "late-fee"}}');
  return await each(given[0], async (fragment) => {{
    form.notice("");
    location.hash = fragment;
    await rest();
    await settled(form);
    return form.querySelector(".calc-notice").textContent;
  }});
"""
IMPORTS = f"""{WATCH}
  const form = document.querySelector("calc-form");
  const input = form.querySelector(".plans input[type=file]");
  await engine.ask('{{"calculator": "late-fee"}}');
  return await each(given[0], async (text) => {{
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "a.json"));
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", {{ bubbles: true }}));
    await rest();
    await rest();
    await settled(form);
    return form.querySelector(".plans-said").textContent;
  }});
"""
STORED = f"""{WATCH}
  return await each(given[0], async (text) => {{
    localStorage.setItem("calc.my-plans", text);
    dispatchEvent(new Event("pageshow"));
    for (const form of document.querySelectorAll("calc-form")) await settled(form);
    await rest();
    return "";
  }});
"""
LETTERS = f"""{WATCH}
  const boxes = [...document.querySelectorAll("guide-letter input, guide-letter textarea")];
  return await each(given[0], async (text) => {{
    for (const box of boxes) if (box.type !== "checkbox") {{
      box.value = text;
      box.dispatchEvent(new Event("input", {{ bubbles: true }}));
    }}
    await rest();
    return "";
  }});
"""


class Tried(NamedTuple):
    """What came of it.

    Attributes:
        said: What the page said, without figures, and how often.
        slowest: Milliseconds that the slowest took.
    """

    said: dict[str, int]
    slowest: float


def tried(engine: Engine, script: str, texts: Sequence[str]) -> Tried:
    """Let the page take them in turn."""
    seen: dict[str, Any] = engine.run(script, list(texts))
    assert isinstance(seen, dict), seen
    assert seen["wrong"] == []
    counted: dict[str, int] = {}
    for sentence, count in seen["said"].items():
        plain = FIGURE.sub("0", sentence)
        assert not re.search(r"[<>&{}]|alert|hostile|HYPERLINK|微信", plain), sentence
        counted[plain] = counted.get(plain, 0) + count
    return Tried(counted, seen["slowest"])


def replied(page: Page, requests: Sequence[str]) -> None:
    """The worker's reply to each is that of native Python, and one that the page may show."""
    for some in batched(requests, BATCH, strict=False):
        replies = page.evaluate(
            "async (requests) => { const replies = []; "
            "for (const r of requests) replies.push(await engine.ask(r)); return replies; }",
            list(some),
        )
        for request, reply in zip(some, replies, strict=True):
            assert reply == answer(request)
            check(reply)
