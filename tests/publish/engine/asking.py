"""Asks an image under Node, with the loader that readers get."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from publish.engine.image import Image
from publish.engine.wasm import wasm

SCRIPT = Path(__file__).with_suffix(".mjs")


def outcomes(
    image: Image, requests: Sequence[str], code: bytes = b""
) -> list[tuple[str, str]]:
    """For each, what came of it (`reply`, `raised`, `broke`) and the text.

    Args:
        image: The memory to begin with.
        requests: What to ask.
        code: The wasm; without it, all of it.
    """
    with TemporaryDirectory() as name:
        files = {"wasm": Path(name, "wasm"), "image": Path(name, "image")}
        files["wasm"].write_bytes(code or wasm())
        files["image"].write_bytes(image.content)
        script = {**files, "facts": image.facts, "requests": requests}
        done = subprocess.run(
            ["node", SCRIPT],
            input=json.dumps(script, default=str),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return [(outcome, text) for outcome, text in json.loads(done.stdout)]
