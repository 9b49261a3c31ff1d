from publish.theme.sections import Section, sections


def test_text_is_cut_at_headings() -> None:
    first, second, third = sections(
        '<p>开头</p><h1 id="a">页名</h1><p>正文</p><h2 id="b">小节</h2><p>下文</p>'
    )
    assert first == Section(text="开头")
    assert second == Section("h1", "a", "页名", "正文")
    assert third == Section("h2", "b", "小节", "下文")


def test_terms_that_share_an_explanation_are_one_entry() -> None:
    _, entry, other = sections(
        '<dl><dt id="x">手续费</dt><dt id="y">服务费</dt><dd>按费率收的钱。</dd>'
        '<dt id="z">本金</dt><dd>借的钱。</dd></dl>'
    )
    assert (entry.anchor, entry.names) == ("x", ["手续费", "服务费"])
    assert entry.text == "按费率收的钱。"
    assert other.names == ["本金"]


def test_a_heading_is_no_term() -> None:
    assert sections('<h2 id="a">甲 / 乙</h2>')[1].names == []


def test_what_repeats_on_every_page_is_left_out() -> None:
    (only,) = sections(
        "<p>前<calc-form><h3 id='in'>里</h3><dl><dt>每期</dt></dl><br></calc-form>后"
        '<sup class="x footnote-ref">1</sup></p><div class="footnote"><p>出处</p></div>'
        "<script>let x;</script><form><label>姓名</label></form>"
        '<p class="check-trail">卡的事</p><div class="check-answers"><h2>你的回答</h2></div>'
    )
    assert only.text == "前 后"


def test_only_a_licence_is_left_out_of_what_unfolds() -> None:
    (only,) = sections(
        '<details><summary>甲</summary></details><details class="licence">乙</details>丙'
    )
    assert only.text == "甲 丙"


def test_a_line_break_in_the_source_does_not_cut_a_word() -> None:
    (only,) = sections("<p>提前\n还款, APR\nIRR</p><p>另一段</p>")
    assert only.text == "提前还款, APR IRR 另一段"


def test_marks_inside_a_word_do_not_cut_it() -> None:
    (only,) = sections("<p>提前<strong>还款</strong> &lt;b&gt;</p>")
    assert only.text == "提前还款 <b>"


def test_the_address_mark_of_a_heading_is_no_part_of_it() -> None:
    found = sections('<h2 id="a">小节<a class="headerlink" href="#a">¶</a></h2>')
    assert found[1].title == "小节"
