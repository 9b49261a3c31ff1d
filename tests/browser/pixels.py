"""What an image on a page shows, dot by dot."""

import base64
from typing import Any

import numpy as np
from playwright.sync_api import Page

IMAGE = ".calc-image img"
PIXELS = """async (image) => {
  await image.decode();
  const canvas = document.createElement("canvas");
  const [width, height] = [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let text = "";
  for (const byte of data) text += String.fromCharCode(byte);
  return { width, height, pixels: btoa(text) };
}"""


def pixels(page: Page) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """What the image shows, as rows of red, green, blue and opacity."""
    drawn = page.locator(IMAGE).evaluate(PIXELS)
    flat = np.frombuffer(base64.b64decode(drawn["pixels"]), np.uint8)
    return flat.reshape(drawn["height"], drawn["width"], 4)
