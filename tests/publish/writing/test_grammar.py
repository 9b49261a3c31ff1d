"""What looks like a block, a quote or a citation is one, or is refused with its line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from publish.mistakes import Mistake
from publish.writing import grammar
from publish.writing.markdown import BLOCKS, from_page

LINES = [
    "::: calc late-fee #week overdue_amount=5000 due_date=2026-10-10",
    """::: case compare-plans #gap plans='[{"name":"甲","price":"4999"}]'""",
    "::: quick repayment-schedule payment amount=1000,3000 periods=3,6 rate=18",
    "::: letter settled",
    "::: plans #mine",
    "::: presets",
    "一周收 [= late-fee.charge] 元，第 1 期 [= repayment-schedule.rows.1.payment] 元。",
    "每天 [= preset:huabei-overdue.daily_rate] %，按规定。[^CR-02]",
]
SIGNS = " :：#=＝[]［］{}'\"`^.,-a1期"


def press(text: str) -> str:
    extensions = ["footnotes", "md_in_html", "publish.writing.markdown"]
    return markdown(from_page("about/a.md", 0, text), extensions=extensions)


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    """A line as a writer may mistype it: a few signs more, fewer or others."""
    line = draw(st.sampled_from(LINES))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(line)))
        cut = draw(st.integers(0, 2))
        line = line[:at] + draw(st.text(SIGNS, max_size=2)) + line[at + cut :]
    return line


@given(mistyped())
def test_a_mistyped_line_is_built_or_refused_with_its_place(line: str) -> None:
    try:
        html = press(f"开头。\n\n{line}")
    except Mistake as mistake:
        for told in str(mistake).splitlines():
            assert re.match(r"about/a\.md:3: .*[\u4e00-\u9fff]", told), told
    else:
        prose = re.sub(r"<code>.*?</code>", "", html)
        assert ":::" not in prose
        assert "[=" not in prose
        assert "[^" not in prose


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":::calc late-fee", "块要写成「::: calc 计算器 [#标签] 字段=值 …」"),
        ("：：： sources", "块要写成「::: sources」"),
        (":: sources", "块要写成「::: sources」"),
        (":::: sources", "块要写成「::: sources」"),
        (":::", "块要写成「::: 块名 …」"),
        ("看 ::: sources", "“:::”要在一行的开头"),
        ("::: calc", "没有写全：要写成「::: calc 计算器 [#标签] 字段=值 …」"),
        ("::: check", "没有写全：要写成「::: check 文件」"),
        ("::: letter", "没有写全"),
        ("::: quick late-fee", "没有写全：要写成「::: quick 计算器 数 "),
        ("::: sources all", "“all”多出来了：要写成「::: sources」"),
        ("::: letter settled #a", "“#a”多出来了"),
        ("::: check a.toml b=1", "“b=1”多出来了"),
        ("::: calc late-fee overdue_amount 5000", "“overdue_amount”多出来了"),
        ("::: calc late-fee 'overdue_amount=5000", "引号没有成对"),
        ("::: calc late-fee #周", "标签“#周”要用小写字母、数字和连字符"),
        ("::: calc late-fee #a #b", "“#a”只能写一次"),
        ("::: case late-fee grace_days=1 grace_days=2", "“grace_days”只能写一次"),
        ("::: calc compare-plans plans=[{bad", "plans 的第 3 个字不合 JSON 的写法"),
        ("::: calc compare-plans plans=[1]", "plans 的每一行要写成 {}"),
        ("::: calc compare-plans plans='[{\"a\":1}]'", "plans 的每一行要写成 {}"),
        ("[=late-fee.charge]", "引用要写成「[= late-fee.charge]」"),
        ("［= late-fee.charge］", "引用要写成「[= late-fee.charge]」"),
        ("[＝ late-fee.charge]", "引用要写成「[= late-fee.charge]」"),
        ("[= late-fee.charge 元", "引用要写成「[= late-fee.charge]」"),
        ("[= late-fee . charge]", "引用要写成「[= late-fee]」"),
        ("[=]", "引用要写成「[= 计算器.数]」"),
        ("[= late-fee]", "late-fee 的数里没有“”"),
        ("[= late-fee.charge.x]", "“逾期费用”只有一个数，后面不能再写“.x”"),
        ("[= late-fee.rows]", "没有第“”行"),
        ("[= late-fee.rows.²]", "没有第“²”行"),
        ("[= preset:huabei-overdue]", "预设 huabei-overdue 的值里没有“”"),
        ("真的。[^CR-02", "出处要写成「[^CR-02]」"),
        ("真的。［^CR-02］", "出处要写成「[^CR-02]」"),
        ("真的。[^ CR-02]", "出处要写成「[^CR-02]」"),
    ],
)
def test_a_near_miss_is_refused_and_the_right_way_said(line: str, said: str) -> None:
    with pytest.raises(Mistake) as refused:
        press(f"开头。\n\n{line}")
    assert str(refused.value).startswith("about/a.md:3: ")
    assert said in str(refused.value)


def test_a_label_stands_for_one_case() -> None:
    with pytest.raises(Mistake, match=r"^about/a\.md:2: 标签“#a”在这一页用了两次$"):
        press("::: case late-fee #a\n::: case late-fee #a overdue_amount=1")


def test_code_may_show_how_it_is_written() -> None:
    html = press("写 `::: calc 名字`、`[= 数]`、`[=数]` 和 `[^编号]`。")
    assert "<code>::: calc 名字</code>" in html
    assert "<code>[= 数]</code>" in html


def test_every_block_has_its_form() -> None:
    assert BLOCKS.keys() == grammar.FORMS.keys()
