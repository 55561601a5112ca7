"""How sure a figure of a sample is: 95 % confidence intervals, each by a formula from a textbook.

A library that was read whole has no sampling error; its figures are given without an interval.
"""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Of the normal distribution, for 95 %.
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure; ``low`` and ``high`` are None where it is no estimate or there is too little to say."""

    value: float | None
    low: float | None = None
    high: float | None = None


def share(part: int, whole: int) -> Estimate:
    """A share, with the score interval.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
    American Statistical Association 22 (1927).
    """
    if not whole:
        return Estimate(None)
    value = part / whole
    middle = (value + _Z**2 / (2 * whole)) / (1 + _Z**2 / whole)
    half = _Z / (1 + _Z**2 / whole) * math.sqrt(value * (1 - value) / whole + _Z**2 / (4 * whole**2))
    # At 0 and 1 the bounds meet the share, but for the last digit of floating point.
    return Estimate(value, max(0.0, min(value, middle - half)), min(1.0, max(value, middle + half)))


def rate(counts: Sequence[int], sizes: Sequence[int], per: float = 1000.0) -> Estimate:
    """A rate over documents of different sizes, with the variance of the ratio estimator.

    W. G. Cochran, "Sampling Techniques", 3rd edition, 1977, chapter 6.

    Args:
        counts: of each document.
        sizes: words of each document.
        per: how many words the rate is for.
    """
    words = sum(sizes)
    if not words:
        return Estimate(None)
    ratio, number = sum(counts) / words, len(sizes)
    value = per * ratio
    if number < 2:
        return Estimate(value)
    spread = sum((count - ratio * size) ** 2 for count, size in zip(counts, sizes, strict=True))
    error = math.sqrt(spread / (number - 1) / number) / (words / number)
    return Estimate(value, max(0.0, value - per * _Z * error), value + per * _Z * error)


def median(values: Sequence[float]) -> Estimate:
    """A median, with the interval between order statistics that needs no shape of distribution.

    W. J. Conover, "Practical Nonparametric Statistics", 3rd edition, 1999, section 3.2.
    """
    ordered = sorted(values)
    number = len(ordered)
    if not number:
        return Estimate(None)
    value = statistics.median(ordered)
    step = _Z * math.sqrt(number) / 2
    first, last = math.floor(number / 2 - step), math.ceil(number / 2 + 1 + step)
    if first < 1 or last > number:
        return Estimate(value)
    return Estimate(value, ordered[first - 1], ordered[last - 1])
