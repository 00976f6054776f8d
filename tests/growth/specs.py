"""Shapes of specs and of what is reported of them."""

from shape import catalogue, code, many, module, shape

CODES = """  CODE_§:
    code: §
    title: Title §
    message: "message § of {size}"
    params: {size: integer}
    causes: [one, two]
    actions: |
      Do this,
      and that.
"""
SHORT = "  C§: {code: §, title: A}\n"


def check(place, text, *words):
    return ["check", *words, place.write("spec.yaml", text)]


@shape(500)
def codes(place, count):
    return check(place, module(many(count, CODES)))


@shape(1000)
def codes_in_one_line(place, count):
    return check(place, "module: m\ncodes: {" + many(count, "C§: {code: §, title: A}", ", ") + "}\n")


@shape(250, most=16)
def modules(place, count):
    for number in range(count):
        place.write(f"m{number}.yaml", module("  A: {code: 1, title: A}\n", name=f"m{number}"))
    return check(place, "catalogue: c\nmodules: [" + many(count, "m§.yaml", ", ") + "]\n")


@shape(2000)
def aliases_of_one_code(place, count):
    return check(place, code("aliases: [" + many(count, "B§", ", ") + "]"))


@shape(1000, most=16)
def parameters_of_one_message(place, count):
    return check(place, code('message: "' + many(count, "{p§}", " ") + '", params: {' + many(count, "p§: string", ", ") + "}"))


@shape(1000)
def cases_of_one_code(place, count):
    return check(place, code("cases: [" + many(count, "{when: in case §, causes: one}", ", ") + "]"))


@shape(1000)
def variants_of_one_code(place, count):
    return check(place, code("variants: [" + many(count, "{if: defined(X§), code: 1§}", ", ") + "]"))


@shape(500)
def variants_of_codes(place, count):
    return check(place, module(many(count, "  C§: {code: §, title: A, variants: [{if: defined(X), code: -1§}, {if: defined(X§), code: -2}]}\n")))


@shape(1000)
def links_of_one_code(place, count):
    return check(place, code("links: [" + many(count, '{title: L§, url: "https://example.org/§"}', ", ") + "]"))


@shape(2000)
def tags_of_one_code(place, count):
    return check(place, code("tags: [" + many(count, "t§", ", ") + "]"))


@shape(1000)
def causes_of_one_code(place, count):
    return check(place, code("causes: [" + many(count, "cause §", ", ") + "]"))


@shape(2000)
def metadata(place, count):
    return check(place, module("  C: {code: 1, title: A}\n", head="metadata: {" + many(count, "k§: v", ", ") + "}\n"))


@shape(2000)
def ranges(place, count):
    return check(place, module("".join(f"  C{n}: {{code: {2 * n}, title: A}}\n" for n in range(count)),
                               head="ranges: [" + ", ".join(str(2 * n) for n in range(count)) + "]\n"))


@shape(2000)
def reserved_numbers(place, count):
    return check(place, module("  C: {code: 1, title: A}\n", head="reserved: [" + many(count, "1§1", ", ") + "]\n"))


@shape(1000, status=1)
def replaced_by_one_that_is_replaced(place, count):
    chain = "".join(f"  C{n}: {{code: {n}, title: A, status: deprecated, replaced_by: C{n + 1}}}\n" for n in range(count))
    return check(place, module(f"{chain}  C{count}: {{code: {count}, title: A}}\n"), )


@shape(1000)
def codes_from_a_base(place, count):
    return check(place, module(many(count, "  C§: {code: base+§, title: A}\n"), head="base: 1000\n"))


@shape(1000)
def codes_that_are_texts(place, count):
    return check(place, module(many(count, "  C§: {code: E§, title: A}\n"), head="type: string\n"))


@shape(8000, most=8)
def long_line(place, count):
    return check(place, code('description: "' + "word " * count + '"'))


@shape(4000, most=8)
def text_of_many_lines(place, count):
    return check(place, module("  A:\n    code: 1\n    description: |\n" + "      some words of it\n" * count))


@shape(20000, most=8)
def blanks_in_markdown(place, count):
    return check(place, code('description: "x' + " " * count + '<y"'))


@shape(1000, most=8)
def links_in_markdown(place, count):
    return check(place, code('description: "' + many(count, "[a](b§.md) <https://example.org/§> `x` *y* ") + '"'))


@shape(8000, most=8)
def brackets_in_markdown(place, count):
    return check(place, code('description: "' + "<" * count + "[" * count + "](" * count + '"'))


@shape(2000, most=8)
def quotes_and_lists_in_markdown(place, count):
    return check(place, module("  A:\n    code: 1\n    description: |\n" + "      > - a [b](c.md)\n" * count))


@shape(20000)
def comments(place, count):
    return check(place, "# a comment\n" * count + code(""))


@shape(100, status=1, most=16)
def free_data_as_deep_as_it_goes(place, count):
    deep = "{a: " * 55 + "1" + "}" * 55
    return ["check", catalogue(place, "targets: {c: {vars: {" + many(count, f"k§: {deep}", ", ") + "}}}\n")]


@shape(2000, status=1)
def vars_of_one_target(place, count):
    return ["check", catalogue(place, "targets: {c: {vars: {" + many(count, "k§: 1", ", ") + "}}}\n")]


@shape(500, most=64)
def documents(place, count):
    pages = many(count, "  page§: {layout: markdown_sections, parts: [{module: m}]}\n")
    return ["check", catalogue(place, "documents:\n" + pages)]


@shape(1000)
def relabels(place, count):
    relabel = many(count, "      C§: {causes: Reasons}\n")
    return ["check", catalogue(place, "documents:\n  p:\n    layout: markdown_sections\n    parts: [{module: m}]\n    relabel:\n"
                               + relabel, codes=many(count, SHORT))]


@shape(200, status=1)
def parts_that_are_equal(place, count):
    return ["check", catalogue(place, "documents:\n  p:\n    layout: markdown_sections\n    relabel: {C1: {causes: A}}\n    parts:\n"
                               + "      - {module: m}\n" * count, codes=many(count, SHORT))]


@shape(1000, status=1, most=64)
def unknown_keys(place, count):
    return check(place, many(count, "mesage_§: a\n") + code(""))


@shape(1000, status=1)
def an_entry_behind_keys(place, count):
    return check(place, module(many(count, CODES)) + "- B: 1\n")


@shape(1000, status=1)
def a_key_behind_entries_that_should_be_none(place, count):
    return check(place, module("  - A:\n" + many(count, "      b§: 1\n")) + "  B: 1\n")


@shape(1000, status=1)
def an_entry_before_its_key(place, count):
    return check(place, module(many(count, CODES) + "  Z:\n    causes:\n - one\n" + many(count, CODES)))


@shape(1000, status=1)
def first_keys_at_the_margin(place, count):
    return check(place, module(many(count, "  C§:\ncode: §\n")))


@shape(1000, status=1)
def keys_that_would_say_what_the_file_is(place, count):
    return check(place, many(count, "modul§: a\n"))


@shape(1000, status=1)
def texts_in_braces(place, count):
    return check(place, module(many(count, "  C§:\n    code: §\n    message: {x}\n")))


@shape(1000, status=1)
def unknown_choices(place, count):
    return check(place, module(many(count, "  C§: {code: §, title: A, grpc: NOPE}\n")))


@shape(1000, status=1, most=16)
def unknown_placeholders(place, count):
    return check(place, code('message: "' + many(count, "{q§}", " ") + '", params: {p1: string}'))


@shape(1000, status=1)
def equal_keys(place, count):
    return check(place, module("  A: {code: 1, title: A}\n" * count))


@shape(1000, status=1)
def equal_numbers(place, count):
    return check(place, module(many(count, "  C§: {code: 1, title: A}\n")))


@shape(2000, status=1)
def names_that_meet_aliases(place, count):
    return check(place, module(many(count, "  C§: {code: §, title: A, aliases: [C1]}\n")))


@shape(500, status=1, most=32)
def targets_that_nobody_has(place, count):
    return ["check", catalogue(place, "targets:\n" + many(count, "  t§: {}\n"))]


@shape(500, status=1, most=32)
def targets_that_nobody_has_in_one_line(place, count):
    return ["check", catalogue(place, "targets: {" + many(count, "t§: {vars: {a: 1}}", ", ") + "}\n")]


@shape(1000, status=1)
def modules_that_are_missing_in_targets(place, count):
    return ["check", catalogue(place, "targets: {c: {modules: [" + many(count, "x§", ", ") + "]}}\n")]


def faults(place, count, form):
    names = many(count, "no", ", ")
    return check(place, code("causes: [" + names + "]"), "--limit", "diagnostics=10000", "--format", form)


@shape(250, status=1, most=16)
def faults_in_one_line(place, count):
    return faults(place, count, "human")


@shape(250, status=1, most=16)
def faults_in_one_line_as_sarif(place, count):
    return faults(place, count, "sarif")


@shape(250, status=1, most=16)
def faults_in_one_line_for_github(place, count):
    return faults(place, count, "github")


@shape(250, status=1, most=16)
def faults_as_junit(place, count):
    return check(place, module(many(count, "  C§: {code: no, title: A}\n")), "--limit", "diagnostics=10000", "--format", "junit")


@shape(500)
def list_of_codes(place, count):
    return ["list", "--format=jsonl", place.write("spec.yaml", module(many(count, CODES)))]


@shape(500)
def dump(place, count):
    return ["dump", place.write("spec.yaml", module(many(count, CODES)))]


@shape(500)
def explained_name(place, count):
    return ["explain", "CODE_7", place.write("spec.yaml", module(many(count, CODES)))]


@shape(500)
def codes_before_the_name_of_their_module(place, count):
    return check(place, "codes:\n" + many(count, SHORT) + "module: m\n")


@shape(500, status=1)
def codes_before_anything_tells_that_they_are_a_modules(place, count):
    return check(place, "titel: M\ncodes:\n" + many(count, SHORT) + "module: m\n")
