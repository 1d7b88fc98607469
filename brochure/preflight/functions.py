"""PDF functions, evaluated: what a tint becomes in process inks, what a blend shows half way (ISO 32000-1, 7.10)."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from pikepdf import Array

Function: TypeAlias = Callable[[Sequence[float]], tuple[float, ...]]
"""From the inputs to the outputs, both clipped to the function's own domain and range."""


class FunctionError(ValueError):
    """The object is no function, or one this cannot evaluate."""


def read_function(thing: Any) -> Function:
    """A function object as a Python function; an array of them is one with as many outputs. Raises FunctionError."""
    try:
        if _is_array(thing):
            parts = [read_function(each) for each in thing]
            return lambda inputs: tuple(value for part in parts for value in part(inputs))
        kind = int(thing["/FunctionType"])
        domain = _numbers(thing["/Domain"])
        limits = _numbers(thing["/Range"]) if "/Range" in thing else ()
        made = _MAKERS[kind](thing, domain, limits)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as problem:
        raise FunctionError(str(problem)) from problem

    def evaluate(inputs: Sequence[float]) -> tuple[float, ...]:
        return _clipped(made(_clipped(inputs, domain)), limits)

    return evaluate


def _is_array(thing: Any) -> bool:
    return isinstance(thing, Array | list)


def _numbers(array: Any) -> tuple[float, ...]:
    return tuple(float(value) for value in array)


def _clipped(values: Sequence[float], limits: Sequence[float]) -> tuple[float, ...]:
    if not limits:
        return tuple(values)
    pairs = zip(limits[0::2], limits[1::2], strict=True)
    return tuple(min(max(value, low), high) for value, (low, high) in zip(values, pairs, strict=False))


def _between(x: float, x0: float, x1: float, y0: float, y1: float) -> float:
    return y0 if x1 == x0 else y0 + (x - x0) * (y1 - y0) / (x1 - x0)


def _sampled(thing: Any, domain: Sequence[float], limits: Sequence[float]) -> Function:
    """Type 0: a table of samples, the nearest one taken along every input but the first, which is blended."""
    sizes = [int(size) for size in thing["/Size"]]
    bits = int(thing["/BitsPerSample"])
    outputs = len(limits) // 2
    encode = _numbers(thing["/Encode"]) if "/Encode" in thing else tuple(v for n in sizes for v in (0.0, n - 1.0))
    decode = _numbers(thing["/Decode"]) if "/Decode" in thing else tuple(limits)
    data, most = bytes(thing.read_bytes()), (1 << bits) - 1

    def sample(index: int) -> float:
        first = index * bits
        word = int.from_bytes(data[first // 8 : (first + bits + 7) // 8], "big")
        return word >> (-(first + bits)) % 8 & most

    def evaluate(inputs: Sequence[float]) -> tuple[float, ...]:
        places: list[float] = []
        for n, (value, size) in enumerate(zip(inputs, sizes, strict=True)):
            place = _between(value, domain[2 * n], domain[2 * n + 1], encode[2 * n], encode[2 * n + 1])
            places.append(min(max(place, 0.0), size - 1.0))
        low = math.floor(places[0])
        share = places[0] - low
        rest, step = 0, sizes[0]
        for place, size in zip(places[1:], sizes[1:], strict=True):
            rest += round(place) * step
            step *= size
        high = min(low + 1, sizes[0] - 1)
        values: list[float] = []
        for out in range(outputs):
            one, two = sample((low + rest) * outputs + out), sample((high + rest) * outputs + out)
            values.append(_between(one + (two - one) * share, 0.0, most, decode[2 * out], decode[2 * out + 1]))
        return tuple(values)

    return evaluate


def _exponential(thing: Any, domain: Sequence[float], limits: Sequence[float]) -> Function:
    """Type 2: from C0 to C1 along a power of the input."""
    power = float(thing["/N"])
    start = _numbers(thing["/C0"]) if "/C0" in thing else (0.0,)
    end = _numbers(thing["/C1"]) if "/C1" in thing else (1.0,)

    def evaluate(inputs: Sequence[float]) -> tuple[float, ...]:
        share = inputs[0] ** power if inputs[0] or power > 0 else 1.0
        return tuple(c0 + share * (c1 - c0) for c0, c1 in zip(start, end, strict=True))

    return evaluate


def _stitched(thing: Any, domain: Sequence[float], limits: Sequence[float]) -> Function:
    """Type 3: several functions of one input, one after the other."""
    parts = [read_function(each) for each in thing["/Functions"]]
    edges = (domain[0], *_numbers(thing["/Bounds"]), domain[1])
    encode = _numbers(thing["/Encode"])

    def evaluate(inputs: Sequence[float]) -> tuple[float, ...]:
        x = inputs[0]
        n = next((n for n in range(len(parts) - 1) if x < edges[n + 1]), len(parts) - 1)
        return parts[n]((_between(x, edges[n], edges[n + 1], encode[2 * n], encode[2 * n + 1]),))

    return evaluate


_Program: TypeAlias = "list[float | str | _Program]"
_WORD = re.compile(r"[{}]|[^\s{}]+")


def _calculator(thing: Any, domain: Sequence[float], limits: Sequence[float]) -> Function:
    """Type 4: a program in a corner of PostScript."""
    words = iter(_WORD.findall(bytes(thing.read_bytes()).decode("latin-1")))
    if next(words, "") != "{":
        raise FunctionError("no program")
    program = _parsed(words)

    def evaluate(inputs: Sequence[float]) -> tuple[float, ...]:
        stack = list(inputs)
        _run(program, stack)
        return tuple(stack[-(len(limits) // 2) :])

    return evaluate


def _parsed(words: Any) -> _Program:
    program: _Program = []
    for word in words:
        if word == "}":
            return program
        if word == "{":
            program.append(_parsed(words))
        else:
            try:
                program.append(float(word))
            except ValueError:
                program.append(word)
    raise FunctionError("the program does not end")


def _run(program: _Program, stack: list[float]) -> None:
    for n, step in enumerate(program):
        if isinstance(step, float):
            stack.append(step)
        elif isinstance(step, str):
            if step in ("if", "ifelse"):
                _branch(step, program[:n], stack)
            elif step in _UNARY:
                stack.append(float(_UNARY[step](stack.pop())))
            elif step in _BINARY:
                second, first = stack.pop(), stack.pop()
                stack.append(float(_BINARY[step](first, second)))
            else:
                _move(step, stack)


def _branch(step: str, before: _Program, stack: list[float]) -> None:
    blocks = [block for block in before[-2:] if isinstance(block, list)]
    is_true = bool(stack.pop())
    if step == "if":
        if is_true:
            _run(blocks[-1], stack)
    else:
        _run(blocks[0] if is_true else blocks[1], stack)


def _move(step: str, stack: list[float]) -> None:
    if step == "pop":
        stack.pop()
    elif step == "exch":
        stack[-2:] = stack[-1], stack[-2]
    elif step == "dup":
        stack.append(stack[-1])
    elif step == "copy":
        count = int(stack.pop())
        stack += stack[len(stack) - count :]
    elif step == "index":
        stack.append(stack[-1 - int(stack.pop())])
    elif step == "roll":
        turns, count = int(stack.pop()), int(stack.pop())
        if count:
            top = stack[-count:]
            stack[-count:] = top[-turns % count :] + top[: -turns % count]
    elif step in ("true", "false"):
        stack.append(float(step == "true"))
    else:
        raise FunctionError(f"no operator {step}")


def _divided(a: float, b: float) -> float:
    return a / b if b else 0.0


_UNARY: dict[str, Callable[[float], float]] = {
    "abs": abs,
    "neg": operator.neg,
    "ceiling": math.ceil,
    "floor": math.floor,
    "round": round,
    "truncate": math.trunc,
    "cvi": math.trunc,
    "cvr": float,
    "sqrt": lambda a: math.sqrt(max(a, 0.0)),
    "sin": lambda a: math.sin(math.radians(a)),
    "cos": lambda a: math.cos(math.radians(a)),
    "ln": lambda a: math.log(a) if a > 0 else 0.0,
    "log": lambda a: math.log10(a) if a > 0 else 0.0,
    "not": lambda a: not a,
}
_BINARY: dict[str, Callable[[float, float], float]] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "div": _divided,
    "idiv": lambda a, b: math.trunc(_divided(a, b)),
    "mod": lambda a, b: math.fmod(a, b) if b else 0.0,
    "exp": lambda a, b: a**b if a > 0 or b == int(b) else 0.0,
    "atan": lambda a, b: math.degrees(math.atan2(a, b)) % 360,
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
    "and": lambda a, b: int(a) & int(b),
    "or": lambda a, b: int(a) | int(b),
    "xor": lambda a, b: int(a) ^ int(b),
    "bitshift": lambda a, b: int(a) << int(b) if b >= 0 else int(a) >> -int(b),
}
_MAKERS: dict[int, Callable[[Any, Sequence[float], Sequence[float]], Function]] = {
    0: _sampled,
    2: _exponential,
    3: _stitched,
    4: _calculator,
}
