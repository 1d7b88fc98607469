"""Large numbers as running text has them: by ten thousands (万, 億) or by millions; exact, never rounded."""

from __future__ import annotations

from decimal import Decimal

_TEN_THOUSAND = 10_000


def by_ten_thousands(value: int, units: tuple[str, str] = ("万", "億")) -> str:
    """A number parted at every fourth figure: 230万9,000, 1億2,000万. Below ten thousand only commas."""
    small, middle = abs(value) % _TEN_THOUSAND, abs(value) // _TEN_THOUSAND
    myriads, great = middle % _TEN_THOUSAND, middle // _TEN_THOUSAND
    parts = [f"{great:,}{units[1]}" if great else "", f"{myriads:,}{units[0]}" if myriads else ""]
    if small or not middle:
        parts.append(f"{small:,}")
    return ("−" if value < 0 else "") + "".join(parts)


def by_taiwans_ten_thousands(value: int) -> str:
    """As in Japan, with Taiwan's signs: 230萬9,000."""
    return by_ten_thousands(value, ("萬", "億"))


def in_ten_thousands(value: int) -> str:
    """A number as the mainland writes it: 230.9万, 1.2亿; with commas where that took more than two decimals."""
    return _scaled(value, ((_TEN_THOUSAND**2, "亿"), (_TEN_THOUSAND, "万")), 2)


def in_millions(value: int) -> str:
    """A number as English writes it: 2.3 million; with commas where that took more than three decimals."""
    return _scaled(value, ((1_000_000_000, " billion"), (1_000_000, " million")), 3)


def english_ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 11th, 40th."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{ending}"


def _scaled(value: int, units: tuple[tuple[int, str], ...], decimals: int) -> str:
    sign = "−" if value < 0 else ""
    for size, name in units:
        if abs(value) >= size and abs(value) * 10**decimals % size == 0:
            scaled = f"{Decimal(abs(value)) / size:,f}"
            return f"{sign}{scaled.rstrip('0').rstrip('.') if '.' in scaled else scaled}{name}"
    return f"{sign}{abs(value):,}"
