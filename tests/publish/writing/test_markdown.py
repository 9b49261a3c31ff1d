"""Markdown in, HTML out; and every mistake says page, line and the nearest name."""

import re

import pytest
from markdown import markdown

from publish.mistakes import Mistake
from publish.writing import sources
from publish.writing.markdown import from_page

EXTENSIONS = ["footnotes", "publish.writing.markdown"]


def press(text: str, page: str = "about/a.md", above: int = 0) -> str:
    return markdown(from_page(page, above, text), extensions=EXTENSIONS)


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).strip()


def refusal(text: str, page: str = "about/a.md", above: int = 0) -> str:
    with pytest.raises(Mistake) as raised:
        press(text, page, above)
    return str(raised.value)


def test_an_embed_is_the_form_and_the_worked_answer() -> None:
    html = press("::: calc late-fee overdue_amount=5000 paid_date=2026-10-11")
    assert html.startswith('<calc-form name="late-fee" id="calc-1">')
    assert 'name="overdue_amount" aria-describedby' in html
    assert 'value="5000"' in html
    assert "逾期 1 天，费用 2.50 元" in html


def test_two_embeds_on_a_page_do_not_share_ids() -> None:
    html = press("::: calc late-fee\n\n::: calc repayment-schedule")
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("[= late-fee.overdue_days]", "7"),
        ("[= #one.charge]", "2.50"),
        ("[= #one.overdue_amount]", "5,000.00"),
        ("[= #plan.rows.1.principal]", "383.32"),
        ("[= #plan.nominal_annual_rate]", "18.00"),
        ("[= #plan.method]", "等额本息（每期一样多，按剩余本金计息）"),
        ("[= preset:huabei-overdue.daily_rate]", "0.05"),
    ],
)
def test_a_quoted_number(quote: str, shown: str) -> None:
    cases = (
        "::: case late-fee #one overdue_amount=5000 paid_date=2026-10-11\n"
        "::: case repayment-schedule #plan amount=4999 periods=12 rate=18\n\n"
    )
    assert words(press(cases + quote)) == shown


def test_a_quote_may_stand_before_its_case() -> None:
    text = "共 [= #one.charge] 元\n\n::: case late-fee #one overdue_amount=5000"
    assert words(press(text)) == "共 17.50 元"


def test_code_is_left_alone() -> None:
    extensions = ["fenced_code", "publish.writing.markdown"]
    text = "```\n::: calc nothing\n[= nothing.charge]\n```"
    assert "::: calc nothing" in markdown(text, extensions=extensions)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("::: calk late-fee", "块里没有“calk”；最接近的是“calc”"),
        ("::: calc late-fees", "计算器里没有“late-fees”；最接近的是“late-fee”"),
        (
            "::: calc late-fee overdue_amout=5000",
            "late-fee 的字段里没有“overdue_amout”；最接近的是“overdue_amount”",
        ),
        (
            "::: calc late-fee overdue_amount=0",
            "overdue_amount：逾期金额要在 0.01 到 100,000,000 元之间",
        ),
        (
            "[= late-fee.charges]",
            "late-fee 的数里没有“charges”；最接近的是“charge”",
        ),
        ("[= #weak.charge]", "标签里没有“weak”"),
        ("[= repayment-schedule.rows.13.payment]", "没有第“13”行：要写 1 到 12"),
        (
            "[= repayment-schedule.rows.1.paymnt]",
            "列里没有“paymnt”；最接近的是“payment”",
        ),
        (
            "[= preset:huabei-overdu.daily_rate]",
            "预设里没有“huabei-overdu”；最接近的是“huabei-overdue”",
        ),
        ("真的。[^CR02]", "出处里没有“CR02”；最接近的是“CR-02”"),
        (
            "::: quick late-fee charge overdue_amount=1,2",
            "速查表要有两个字段各写几个值",
        ),
    ],
)
def test_a_mistake_names_page_line_and_nearest(text: str, said: str) -> None:
    message = refusal(f"第一行。\n\n{text}", "guides/a.md", above=5)
    assert message.startswith("guides/a.md:8: ")
    assert said in message


def test_all_mistakes_of_a_page_at_once() -> None:
    message = refusal("::: calc nothing\n\n[= late-fee.nothing]\n\n[^nothing]")
    assert [line.partition(" ")[0] for line in message.splitlines()] == [
        "about/a.md:1:",
        "about/a.md:3:",
        "about/a.md:5:",
    ]


@pytest.mark.parametrize(
    "block",
    [
        "每天收 0.05 %。",
        "最多 5,000 元。",
        "- 保留 5 年。",
        "| 期限 | 3 期 |",
        "共 12 个月",
    ],
)
def test_a_figure_without_a_source_stops_a_guide(block: str) -> None:
    message = refusal(f"开头。\n\n{block}", "guides/a.md")
    assert message.startswith("guides/a.md:3: ")
    assert "没有出处" in message


@pytest.mark.parametrize(
    "block",
    [
        "每天收 0.05 %。[^HB-08]",
        "费用 [= late-fee.charge] 元，逾期 7 天。",
        "第 3 期以后再说。",
        "## 5 天以后",
        "两三句话，没有数。",
    ],
)
def test_a_sourced_or_computed_figure_passes(block: str) -> None:
    assert press(block, "guides/a.md")


def test_figures_elsewhere_need_no_source() -> None:
    assert press("每天收 0.05 %。", "about/a.md")


def test_a_citation_becomes_a_footnote_with_its_source() -> None:
    html = press("保留 5 年。[^CR-02]", "guides/a.md")
    assert "《征信业管理条例》" in words(html)


def test_a_footnote_is_no_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    source = {"title": "甲*乙*", "kind": "官方", "confidence": "高", "note": "`丙`"}
    monkeypatch.setattr(sources, "sources", lambda: {"A-1": source})
    html = press("有一条规定[^A-1]，又说一次[^A-1]。")
    assert "<p>甲*乙*。官方，可信度高。未找到官方原文。`丙`&#160;<a class=" in html
    assert html.count('class="footnote-backref"') == 2


def test_a_quick_table_has_a_row_and_a_column_for_each_value() -> None:
    html = press(
        "::: quick repayment-schedule payment amount=1000,3000 periods=3,6 "
        "method=interest_free"
    )
    assert html.count("<tr>") == 3
    assert re.findall(r"<td>([^<]+)</td>", html) == [
        "333.33",
        "166.66",
        "1,000.00",
        "500.00",
    ]


def test_the_lists_hold_every_preset_and_every_source() -> None:
    assert "花呗购物分期 12 期" in press("::: presets")
    assert 'id="source-CR-02"' in press("::: sources")
