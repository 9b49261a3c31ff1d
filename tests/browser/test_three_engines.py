"""The main journeys over HTTP, in Chromium, Firefox and WebKitGTK."""

from tests.browser.engines import Engine
from tests.browser.serving import Server

# what each script has: `until` waits for a thing that comes by itself
TOOLS = """
  const one = (selector) => document.querySelector(selector);
  const until = async (found) => {
    for (let tries = 0; tries < 800; tries++) {
      if (found()) return found();
      await new Promise((done) => setTimeout(done, 50));
    }
    return `never: ${found}`;
  };
  const type = (selector, text) => {
    const box = one(selector);
    box.focus();
    box.value = text;
    for (const name of ["input", "change"])
      box.dispatchEvent(new Event(name, { bubbles: true }));
    return box;
  };
  const said = (text) => () => {
    const { textContent } = one("#calc-1 .calc-sentence");
    return textContent.includes(text) && textContent;
  };
"""
FROM_GUIDE_TO_ANSWER = f"""{TOOLS}
  document.addEventListener("securitypolicyviolation", ({{ blockedURI }}) => {{
    document.documentElement.dataset.refused = blockedURI;
  }});
  document.documentElement.dataset.refused = "nothing";
  type("#calc-1 [name=overdue_amount]", "5,000元");
  return await until(said("17.50"));
"""
TO_ANOTHER_PAGE = f"""{TOOLS}
  one(".md-nav--primary a[href*='reminders']").click();
  await until(() => one("#calc-1 [name=amount]"));
  type("#calc-1 [name=amount]", "3000");
  return [await until(said("522.50")), document.documentElement.dataset.refused];
"""
WRONG = f"""{TOOLS}
  const box = type("#calc-1 [name=overdue_amount]", "很多");
  box.form.requestSubmit();
  await until(() => one("#calc-1 .calc-summary"));
  return [one("#calc-1 .calc-summary li").textContent, document.activeElement.id,
    box.getAttribute("aria-invalid"), box.value, one("#calc-1 .calc-sentence").textContent];
"""
SEARCH = f"""{TOOLS}
  one(".md-search__input").focus();
  const first = () => one(".md-search-result__list a")?.pathname ?? "";
  await until(() => first().includes("overdue")); // the most urgent, before anything is typed
  type(".md-search__input", "huan yinhangka");
  await until(() => !first().includes("overdue"));
  return first();
"""
IMAGE = f"""{TOOLS}
  one("#calc-1 [data-take=svg]").click();
  const image = one("#calc-1 .calc-image img");
  await until(() => image.complete && image.naturalWidth);
  const canvas = document.createElement("canvas");
  const [width, height] = [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const {{ data }} = context.getImageData(0, 0, width, height);
  const dots = {{}};
  for (let at = 0; at < data.length; at += 4) {{
    const colour = data.slice(at, at + 3).join();
    dots[colour] = (dots[colour] ?? 0) + 1;
  }}
  return [width, dots["31,78,95"], dots["255,255,255"] / (width * height), dots["194,87,26"]];
"""
TOLD = f"""{TOOLS}
  type("#calc-1 [name=overdue_amount]", "5000");
  await until(() => one("#calc-1 .calc-failed").hidden === false);
  return [one("#calc-1 .calc-reason").textContent, one("#calc-1 .calc-sentence").textContent];
"""
RETRIED = f"""{TOOLS}
  one("#calc-1 .calc-retry").click();
  return await until(said("17.50"));
"""


def test_from_a_guide_to_an_answer(engine: Engine, server: Server) -> None:
    engine.open(f"{server.url}/guides/overdue/")
    assert "费用 17.50 元" in engine.run(FROM_GUIDE_TO_ANSWER)
    answer, refused = engine.run(TO_ANOTHER_PAGE)
    assert "每期 522.50 元" in answer
    assert refused == "nothing"  # and it is the same visit that says so


def test_an_image_is_drawn_as_it_is_written(engine: Engine, server: Server) -> None:
    engine.open(f"{server.url}/guides/overdue/")
    width, head, white, line = engine.run(IMAGE)
    assert width == 3 * 360
    assert head > 3 * 360 * 3 * 40  # its band, but for the words
    assert white > 0.7
    assert line > 1000  # the line of the picture, in its own colour


def test_what_is_wrong_is_said_at_its_field(engine: Engine, server: Server) -> None:
    engine.open(f"{server.url}/guides/overdue/")
    sentence, focused, invalid, value, answer = engine.run(WRONG)
    assert sentence == "逾期金额要填数字，例如 4999"
    assert (focused, invalid, value) == ("calc-1-errors", "true", "很多")
    assert "1.61 元" in answer


def test_search_finds_the_page(engine: Engine, server: Server) -> None:
    engine.open(f"{server.url}/about/method/")
    assert engine.run(SEARCH) == "/guides/bank-card/"


def test_a_failure_is_told_and_the_next_try_answers(
    engine: Engine, server: Server
) -> None:
    server.faults["python"] = "missing"
    engine.open(f"{server.url}/guides/overdue/")
    reason, answer = engine.run(TOLD)
    assert "网站上没有计算程序" in reason
    assert "1.61 元" in answer
    server.faults.clear()
    assert "费用 17.50 元" in engine.run(RETRIED)
