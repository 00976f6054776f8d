"""The table of shapes: each makes an input of any size, and says which run of errspec reads it."""

import collections

Shape = collections.namedtuple("Shape", "name make size status most memory")

SHAPES = []
EXPONENT_MOST = 1.15  # of the growth of work and of memory


def shape(size, status=0, most=512, memory=40):
    """Keeps a function (place, count) that makes `count` of something in a place and returns the words of the run.

    `size` is the least count that is run, and it is run at three and nine times that; `status` is how a run ends.
    For its memory it is made as large as the test wants, at most `most` times the size: many files take long, and some
    lists have limits. `memory` is how many bytes an import may need for one of a large input; whoever states more than
    40 says why.
    """
    def keep(make):
        SHAPES.append(Shape(make.__name__.replace("_", " "), make, size, status, most, memory))
        return make
    return keep


class Place:
    """A folder for one run, which knows how much was written into it."""

    def __init__(self, folder, errspec):
        self.folder = folder
        self.errspec = errspec  # a function that runs it with some words, unmeasured
        self.bytes = 0

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        path.write_bytes(data)
        self.bytes += len(data)
        return name


def many(count, text, joint=""):
    """The text `count` times, with the number of each in the place of §."""
    return joint.join(text.replace("§", str(number)) for number in range(count))


def module(codes, head="", name="m"):
    return f"module: {name}\n{head}codes:\n{codes}"


def catalogue(place, rest, codes="  A: {code: 1, title: A}\n", head=""):
    """A catalogue of one module, m."""
    place.write("m.yaml", module(codes, head))
    return place.write("c.yaml", "catalogue: c\nmodules: [m.yaml]\n" + rest)


def code(rest):
    """A module with one code."""
    return module("  A: {code: 1, title: A, " + rest + "}\n")
