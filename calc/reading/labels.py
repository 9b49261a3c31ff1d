"""The words that papers put before and behind the facts of a plan, as patterns.

A group of a pattern is named as the fact it holds. Patterns stand from the narrowest to
the widest: what one has taken is gone for those that follow.
"""

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,8})(?:\.\d{1,2})?"
_CENTS = r"[元块]\s?\d+\s?[角毛分]"
_NOT_MONEY = rf"(?![\d,.]*\d)(?!\s?(?:[%‰天日月年号个次位笔期]|分(?!期)|:\d|{_CENTS}))"
_YUAN = r"(?:\s?万)?(?:\s?(?:元整?|块钱?|圆整?))?"
_CAPITALS = "(?:[零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分整正]+[ (]*)?"
_SEPARATED_DAY = r"(?:\d{4}[-/.]|(?:\d{4}|\d{2})年)\d{1,2}[-/.月]\d{1,2}[日号]?"
ANY_DAY = (
    rf"(?:{_SEPARATED_DAY}|\d{{1,2}}月\d{{1,2}}[日号]?|\d{{1,2}}[-/]\d{{1,2}}|20\d{{6}})"
    r"(?!\d|\s?期|-)"
)
_PERCENT = (
    r"(?:\d{1,3}(?:\.\d{1,6})?\s?[%‰]|[百千万]分之\s?[\d.一二三四五六七八九十点]+)"
)
_NO_RANGE = r"(?!\s?[-~至到起])"

# what may stand between a label and its figure
_GAP = r"(?:金额|款项|款|额|总额|合计|共计|共|为|是|约|人民币|\(元\)|[\s:=|(])*"
_WHOLE = r"(?<![\d.,]){}(?![\d.,]*\d)"


def _money(name: str) -> str:
    return rf"{_CAPITALS}(?:RMB|CNY|¥)?\s?(?P<{name}>{_NUMBER}){_NOT_MONEY}{_YUAN}"


def _day(name: str) -> str:
    return rf"(?P<{name}>{ANY_DAY})"


def _rate(name: str) -> str:
    return rf"(?P<{name}>{_PERCENT}){_NO_RANGE}"


def _count(name: str) -> str:
    return rf"(?<![\d./])(?<!\d,)(?P<{name}>\d{{1,3}})(?![\d.,]*\d)"


_ANY_MONEY = rf"(?:RMB|CNY|¥)?\s?{_NUMBER}{_NOT_MONEY}{_YUAN}"

# never a fact: codes, numbers of orders, cards and telephones, and other sums
NOT_FACTS = [
    r"(?:验证码|校验码|动态码|密码|口令)\D{0,8}\d{4,8}",
    r"(?<!\d)\d{4,8}\D{0,8}(?:验证码|校验码|动态码)",
    r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)",
    r"(?<!\d)(?:[48]00[- ]?\d{3}[- ]?\d{4}|0\d{2,3}-\d{7,8})(?!\d)",
    r"(?:电话|热线|客服|致电|拨打|咨询)[^\d\n]{0,6}[\d-]{5,13}",
    (
        r"(?:订单编?号|单号|流水号?|编号|合同号|账号|卡号|运单号?|取件码|提货码)"
        r"[^\d\n]{0,4}[A-Za-z]{0,4}[\d*-]{4,}"
    ),
    r"(?:尾号|末四位|后四位|尾数)\D{0,3}\d{3,4}",
    r"\d*\*{2,}\d*",
    r"(?<![\d.,])\d{9,}(?!\d)",
    r"\d{1,2}:\d{2}(?::\d{2})?",
    r"https?://\S+",
    # what of one payment goes to the principal
    rf"(?m:^)本金{_GAP}{_ANY_MONEY}(?=[\s,+]*(?:利息|手续费|服务费))",
    rf"利息{_GAP}{_ANY_MONEY}[\s,+]*本金{_GAP}{_ANY_MONEY}",
    (
        rf"(?:最低(?:应?还款?|应还)|首付|额度|退款|退回|退还|优惠|立减|减免|抵扣|红包|余额"
        r"|违约金|罚息|滞纳金|逾期(?:费用?|利息)|总利息|利息"
        r"|(?:已|成功)(?:还款?|扣款?|支付|付款?|存入)|(?:还款|扣款|支付)成功"
        r"|剩余(?:本金|应还|待还|未还)?|(?<!本期)(?:待还|未还)|每期本金|应还本金"
        r"|(?:首|末|最后一)期(?:应还|还款)?|总应还|(?<!本期)(?<!本月)应还总额|合计应还)"
        rf"{_GAP}(?:\d{{1,3}}\s?期{_GAP})?{_ANY_MONEY}"
    ),
    rf"收到[^\d\n]{{0,6}}还款{_GAP}{_ANY_MONEY}",
    rf"还款{_GAP}{_ANY_MONEY}[^\d\n]{{0,6}}(?:成功|已?到账|感谢)",
    r"(?:剩余?|还剩|待还|未还|前|后)\s?\d{1,3}\s?期",
    rf"(?:剩余|待还|未还)(?:还款)?期数{_GAP}\d{{1,3}}(?:\s?期)?",
    r"(?:首付|定金|押金)0元",
]

_EACH = (
    r"(?:每期|每个?月|月供|月付)(?:应还|还款|需还|应付|需付|支付|扣款|还|付)?"
    r"(?:只要|只需|仅需|仅)?"
)
_DUE = (
    r"(?:到期还款|最后还款|最迟还款|应还款?|还款到期|下(?:次|期|一期)?(?:还款|扣款)"
    r"|还款|扣款|到期)"
)
_FIRST = r"(?:首期|首次|首个|第一期|第1期)(?:应还款?|还款|扣款)?(?:日期?|时间)?"

FACTS = [
    rf"逾期(?:天数)?{_GAP}{_count('overdue_days')}\s?天",
    rf"{_money('overdue_amount')}\s?已?经?逾期",
    rf"(?:逾期(?:未还)?(?:本金|欠款|应还|总额|总)?|欠款|拖欠){_GAP}{_money('overdue_amount')}",
    # rates: that of a period before that of a year, which is often reckoned from it
    rf"(?:每期|每月|月)(?:分期)?(?:手续|服务)?费率{_GAP}{_rate('per_period_fee')}",
    rf"(?:手续|服务)?费率{_GAP}{_rate('per_period_fee')}\s?(?:/|每)\s?(?:期|个?月)",
    rf"{_rate('per_period_fee')}\s?/\s?期",
    rf"总(?:手续|服务)?费率{_GAP}{_rate('total_fee')}",
    (
        rf"(?:日利率|日息|日费率|日罚息率?|按日|每日|每天|按天)(?:按|计收|加收|收取|计)*"
        rf"{_GAP}{_rate('daily')}"
    ),
    rf"{_rate('daily')}\s?(?:/|每)\s?[日天]",
    rf"(?:月利率|月息){_GAP}{_rate('monthly')}",
    rf"{_rate('monthly')}\s?/\s?月",
    (
        r"(?<!折算)(?<!折合)(?<!近似)(?<!折合约)(?<!折算约)"
        rf"(?:年化(?:利率|费率|率)?|年利率|年息)(?:\(?单利\)?)?{_GAP}{_rate('annual')}"
    ),
    rf"{_rate('annual')}\s?/\s?年",
    # fees, before what is due, of which they are a part
    rf"(?<!不)含手续费,?\s?(?:每期)?{_GAP}{_money('fee')}",
    rf"(?<![免0零无])(?:总|每期)?(?:分期)?(?:手续费|服务费){_GAP}{_money('fee')}",
    # periods and what is paid in each
    rf"第?{_count('nth')}\s?/\s?(?P<periods>\d{{1,3}})\s?期",
    rf"第\s?{_count('nth')}\s?期\s?[/,(]?\s?共\s?{_count('periods')}\s?期",
    rf"(?:{_EACH}{_GAP})?{_money('payment')}\s?[xX×*]\s?{_count('periods')}\s?(?:期|个月)",
    rf"{_count('periods')}\s?期\s?[xX×*]\s?{_money('payment')}",
    rf"{_money('payment')}\s?(?:/|每)\s?(?:期|个?月)",
    rf"已还(?:款|清)?(?:期数)?{_GAP}{_count('paid_periods')}\s?期",
    rf"第\s?{_count('nth')}\s?期(?=[^\n。;]{{0,6}}(?:应还|账单|待还|需还))",
    rf"(?:分期期?数|总期数|期数|(?:贷款|借款)?期限|分成?|共){_GAP}{_count('periods')}\s?(?:期|个月)",
    rf"(?:分期期数|总期数|期数){_GAP}{_count('periods')}",
    rf"(?<![第前后剩还]){_count('periods')}\s?期(?![应待前后内])",
    # days
    rf"{_FIRST}{_GAP}{_day('first_due')}",
    rf"{_DUE}(?:日期?|时间)?{_GAP}{_day('due_date')}",
    (
        rf"(?:请?[于在])?{_day('due_date')}\s?(?:日终|24[时点])?\s?"
        r"(?:之?前|到期|为(?:最[后迟])?还款日|(?=自动扣款|扣款|还款|[应需待][还扣]))"
    ),
    rf"{_DUE}(?:日期?|时间)?{_GAP}(?:每月)?\s?(?P<day_of_month>\d{{1,2}})\s?[日号]",
    r"每月(?P<day_of_month>\d{1,2})\s?[日号]\s?(?:之?前|(?=自动扣款|扣款|还款))",
    # what is due, and what was borrowed
    rf"{_EACH}{_GAP}{_money('payment')}",
    (
        rf"(?:本期|当期|本月|这期|近期)?(?:账单|应还|需还|应付|应缴|还款金额|扣款金额)"
        rf"{_GAP}{_money('payment')}"
    ),
    rf"(?:(?:将|会|需|应)(?:自动)?(?:扣除?)|(?:自动)?扣款|还款){_GAP}{_money('payment')}",
    (
        r"(?:分期(?:本金|总)?|订单(?:总价|总)?|借款(?:本金)?|贷款(?:本金)?|商品(?:总价|总|价格)?"
        rf"|(?m:^)本金|总价|售价){_GAP}{_money('amount')}"
    ),
    rf"(?<![\u4e00-\u9fff])金额{_GAP}{_money('amount')}(?=[^\n]{{0,30}}(?:\d\s?期|\0))",
]

LENDERS = [
    r"【(?P<lender>[^】\n]{0,12}(?:银行|金融|消金|信用卡|花呗|白条|信用购|小贷|分期))】",
    (
        r"(?:放款机构|贷款人|出借人|资金方|放款方)[\s:为是]*"
        r"(?P<lender>[\u4e00-\u9fff]{2,20}?(?:公司|银行|信托))"
    ),
    "(?P<lender>花呗|信用购|京东白条|小米金融|天星金融)",
]
