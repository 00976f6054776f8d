"""Sets of codes that make every shape of a lookup, hostile ones among them."""

import random

RANGES = {
    'int32': (-2**31, 2**31 - 1),
    'uint32': (0, 2**32 - 1),
    'int64': (-2**63, 2**63 - 1),
    'uint64': (0, 2**64 - 1),
}


def scattered(low, high, count):
    """The ends of the type, a few near them, and what has the same low or high bits."""
    chance = random.Random(count)
    bits = (high - low + 1).bit_length() - 1
    codes = {low, high, low + 1, high - 1}
    codes.update(low + (n << (bits - 9)) for n in range(1, 2**9))
    codes.update(low + n * 4096 for n in range(1, 90))
    codes.update(chance.randint(low, high) for _ in range(200))
    first = sorted(codes)[:count // 2]
    return [*first, *chance.sample(sorted(codes - set(first)), count - len(first))]


def texts(count):
    """Codes that are strings of all lengths, and long ones that three samples do not tell apart."""
    short = [chr(97 + n % 26) * (n // 26 + 1) for n in range(count // 2)]
    long = [f'AAAAAAAA-{n:04}-MMMMMMMM-0000-ZZZZZZZZ' for n in range(count - len(short))]
    return short + long


def modules():
    """Each module: its name, its type, its codes, and what the names of codes begin with."""
    found = []
    for kind, (low, high) in RANGES.items():
        found += [
            (f'search_{kind}', kind, [high, low, low + 2, high - 7], 'N'),
            (f'run_{kind}', kind, range(low, low + 40), 'N'),
            (f'runs_{kind}', kind, [*range(high - 30, high + 1), *range(low + 5, low + 15)], 'N'),
            (f'direct_{kind}', kind, scattered(low, high, 77), 'SHORT_'),
            (f'placed_{kind}', kind, scattered(low, high, 400), 'A_NAME_OF_SOME_LENGTH_'),
        ]
    found += [
        ('runs_across', 'int32', [*range(-9, 10), 100], 'N'),
        ('search_string', 'string', ['b', 'bbb', 'bb', 'AAAAAAAA-AAAAAAAA'], 'N'),
        ('placed_string', 'string', texts(300), 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA_N'),
    ]
    return found


def in_driver(kind, codes):
    """How the driver puts and compares such codes, and one that is unknown."""
    if kind == 'string':
        return 'PUT_STRING', 'SAME_TEXT', '"AAAAAAAA-0000-MMMMMMMM-0001-ZZZZZZZZ"'
    unknown = next(n for n in range(10, 99999) if n not in codes)
    return ('PUT_SIGNED' if kind[0] == 'i' else 'PUT_UNSIGNED'), 'SAME', unknown
