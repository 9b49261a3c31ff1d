"""Rates and terms that were published somewhere, as data. Never a promise: editable."""

from collections.abc import Mapping
from datetime import date

from calc.model.preset import Preset


def _huabei_purchase(periods: int, rate: str) -> Preset:
    return Preset(
        f"花呗购物分期 {periods} 期，总费率 {rate} %",
        values=_total_fee(periods, rate),
        source="多家网站转载的费率；商家活动可以不同",
        as_of="2018–2024",
        confidence="中",
        facts=("HB-02", "HB-04"),
    )


def _huabei_bill(periods: int, rate: str) -> Preset:
    return Preset(
        f"花呗账单分期 {periods} 期，总费率 {rate} %",
        values=_total_fee(periods, rate),
        source="多家网站转载的费率",
        as_of="2022–2025",
        confidence="中",
        facts=("HB-03", "HB-04"),
    )


def _xiaomi_old(periods: int, rate: str) -> Preset:
    return Preset(
        f"小米分期旧样本 {periods} 期，总费率 {rate} %",
        values=_total_fee(periods, rate),
        source="网页转载的旧费率（小米金融时期），只作历史样本",
        as_of="未注明,2020 年以前",
        confidence="低",
        facts=("XF-02",),
    )


def _total_fee(periods: int, rate: str) -> Mapping[str, str]:
    return {
        "periods": str(periods),
        "method": "flat_fee",
        "rate": rate,
        "rate_unit": "total_fee",
        "remainder": "first",
    }


SCHEDULES: Mapping[str, Preset] = {
    "huabei-purchase-3": _huabei_purchase(3, "2.3"),
    "huabei-purchase-6": _huabei_purchase(6, "4.5"),
    "huabei-purchase-12": _huabei_purchase(12, "7.5"),
    "huabei-bill-3": _huabei_bill(3, "2.5"),
    "huabei-bill-6": _huabei_bill(6, "4.5"),
    "huabei-bill-9": _huabei_bill(9, "6.5"),
    "huabei-bill-12": _huabei_bill(12, "8.8"),
    "xiaomi-old-3": _xiaomi_old(3, "2.22"),
    "xiaomi-old-6": _xiaomi_old(6, "3.9"),
    "xiaomi-old-12": _xiaomi_old(12, "7.2"),
    "interest-free": Preset(
        "免息分期（商家承担手续费）",
        values={"method": "interest_free", "rate": "0", "remainder": "first"},
        source="讲花呗当面付接口的文章：手续费由商家承担时买家不付",
        as_of="2017–2025",
        confidence="中",
        facts=("HB-01",),
    ),
}


def _baitiao(
    version: str, daily_rate: str, as_of: str, said: str, **more: str
) -> Preset:
    return Preset(
        f"京东白条（{version}），每天 {daily_rate} %",
        values={
            "rate_kind": "daily",
            "daily_rate": daily_rate,
            "rounding": "daily",
            **more,
        },
        source=said,
        as_of=as_of,
        confidence="低",
        facts=("JD-03",),
    )


OVERDUE: Mapping[str, Preset] = {
    "huabei-overdue": Preset(
        "花呗，每天 0.05 %",
        values={"rate_kind": "daily", "daily_rate": "0.05", "rounding": "daily"},
        source="多家网站转载；当日费用先四舍五入到分，再乘天数",
        as_of="2018–2024",
        confidence="中",
        facts=("HB-08", "HB-09"),
    ),
    "xiaomi-overdue": Preset(
        "小米系贷款，合同利率加收 50 %",
        values={"rate_kind": "contract", "markup": "50", "rounding": "total"},
        source="转载的官网说明与媒体引用的法院文书：逾期利率为正常利率的 1.5 倍",
        as_of="2015–2025",
        confidence="中",
        facts=("SX-09",),
    ),
    "loan-overdue": Preset(
        "银行、消费金融贷款，合同利率加收 30 %–50 %（按 50 % 填）",
        values={"rate_kind": "contract", "markup": "50", "rounding": "total"},
        source="《中国人民银行关于人民币贷款利率有关问题的通知》银发〔2003〕251号",
        as_of="2004-01-01 起",
        confidence="高",
        facts=("LN-01",),
    ),
    "baitiao-2016": _baitiao(
        "2016 年规则",
        "0.05",
        "2016-04-10",
        "转载的规则：每天 0.05 % 起，每天至少 0.01 元",
        minimum_per_day="0.01",
    ),
    "baitiao-2020": _baitiao("账单制", "0.07", "2020–2021", "网页转载"),
    "baitiao-2024": _baitiao(
        "订单制", "0.07", "2024-12", "网页转载；同页账单制另有说法"
    ),
}

CARDS: Mapping[str, Preset] = {
    "card-usual": Preset(
        "常见信用卡：每天 0.05 %，违约金 5 %",
        values={"daily_rate": "0.05", "late_fee_percent": "5"},
        source="媒体报道的市场惯例；各行下限、上限不同，以领用合约为准",
        as_of="2021–2024",
        confidence="中",
        facts=("CCO-03", "CCO-05"),
    ),
}

SUBSIDIES: Mapping[str, Preset] = {
    "subsidy-2026": Preset(
        "个人消费贷款、信用卡账单分期财政贴息",
        values={
            "points": "1",
            "share_cap": "50",
            "year_cap": "3000",
            "from": "2025-09-01",
            "until": "2026-12-31",
        },
        source="财政部等三部门财金〔2026〕1号；信用卡账单分期只算 2026 年起新办的",
        as_of="2026-01-16",
        confidence="高",
        facts=("FS-01", "FS-02"),
        until=date(2026, 12, 31),
    ),
}

ALL: Mapping[str, Preset] = {**SCHEDULES, **OVERDUE, **CARDS, **SUBSIDIES}
