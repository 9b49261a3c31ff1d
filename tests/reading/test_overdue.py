"""What says that a payment is late, and what only warns."""

import pytest

from calc.reading.overdue import is_late, warns_at

LATE = [
    "您的账单已逾期",
    "您已经逾期3天将上报征信",
    "已逾期7天每日按万分之五收取",
    "您的贷款逾期了,请尽快还款",
    "账单458.31元逾期未还",
    "逾期5天,应还458.31元",
    "您的订单出现逾期,逾期将影响征信",
    "发生逾期12天",
    "逾期天数:10天",
    "您未按时还款,已逾期",
    "以免影响征信,您有一笔逾期账单",
    "如已还请忽略。您的借款逾期10天",
]
WARNED = [
    "请于12月10日前还款,以免逾期影响征信",
    "逾期将产生违约金",
    "如未按时还款造成逾期",
    "若您逾期",
    "一旦逾期",
    "为避免产生逾期",
    "谨防逾期",
    "请勿逾期",
    "您的账单即将逾期",
    "账单将于明日逾期",
    "逾期1天将收取罚息",
    "逾期3天内不计罚息",
    "逾期超过90天",
    "逾期会影响信用",
    "逾期可能产生费用",
    "逾期不还者",
    "逾期费率0.05%",
    "逾期日利率0.05%",
    "逾期罚息每天0.5元",
    "逾期违约金10元",
    "逾期记录",
    "当前无逾期",
    "您未逾期",
    "每逾期一天收5元",
    "已逾期: 0天",
    "逾期按日计息",
]


@pytest.mark.parametrize("text", LATE)
def test_a_payment_is_said_to_be_late(text: str) -> None:
    assert is_late(text)


@pytest.mark.parametrize("text", WARNED)
def test_a_warning_says_nothing_of_a_payment(text: str) -> None:
    assert not is_late(text)
    assert any(warns_at(text, place) for place in range(len(text)))


def test_without_the_word_nothing_is_late() -> None:
    assert not is_late("还款日12月10日,应还458.31元")


def test_a_warning_is_only_its_clause() -> None:
    text = "已逾期3天,逾期将影响征信"
    warned = [warns_at(text, place) for place in range(len(text))]
    assert warned == [False] * 6 + [True] * 7
