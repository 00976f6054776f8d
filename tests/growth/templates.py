"""Shapes of templates, of their data, and of what is generated."""

from shape import catalogue, code, many, module, shape

MANIFEST = "target: t\noutputs:\n  page: {per: catalogue, path: page.txt, template: page}\nidentifiers: names\nescape: text\nescapes: {text: {}}\n"


def render(place, template, data, **partials):
    for name, text in partials.items():
        place.write(name + ".mustache", text)
    return ["render", "--data", place.write("data.yaml", data), place.write("page.mustache", template)]


@shape(1000, most=16)
def tags(place, count):
    return render(place, many(count, "{{k§}} text\n"), many(count, "k§: value\n"))


@shape(1000)
def elements(place, count):
    return render(place, "{{#list}}{{a}} {{b.c}}{{^last}},{{/last}}\n{{/list}}", "list:\n" + many(count, "  - {a: §, b: {c: 1}}\n"))


@shape(1000, most=16)
def template_sections(place, count):
    return render(place, many(count, "{{#a}}\n{{b}}\n{{/a}}\n"), "a: {b: 1}\n")


@shape(1000, most=16)
def keys_that_are_picked(place, count):
    return render(place, many(count, "{{m.k§}}\n"), "m:\n" + many(count, "  k§: value\n"))


@shape(1000, most=16)
def partials_that_are_called(place, count):
    return render(place, "  {{> one}}\n" * count, "a: 1\n", one="{{a}}\ntext\n")


@shape(200, most=16)
def partials(place, count):
    for number in range(count):
        place.write(f"p{number}.mustache", "{{a}}\n")
    return render(place, many(count, "{{> p§}}\n"), "a: 1\n")


@shape(500, most=16)
def partials_in_sections_in_inheritance(place, count):
    call = "{{< parent}}{{$block}}{{#a}}\n  {{> one}}\n{{/a}}{{/block}}{{/parent}}\n"
    return render(place, call * count, "a: {b: 1}\n", one="{{b}}\n", parent="{{#a}}{{$block}}x{{/block}}{{/a}}\n")


@shape(500, most=16)
def blocks_of_one_parent(place, count):
    return render(place, "{{< parent}}" + many(count, "{{$b§}}y{{/b§}}") + "{{/parent}}\n", "a: 1\n",
                  parent=many(count, "{{$b§}}x{{/b§}}\n"))


@shape(2000, most=16)
def lines_of_an_indented_partial(place, count):
    return render(place, "    {{> one}}\n", "a: 1\n", one="text {{a}}\n" * count)


@shape(2000, most=16)
def comments_and_delimiters(place, count):
    return render(place, "{{! comment }}\n{{=<% %>=}}\n<%={{ }}=%>\n" * count, "a: 1\n")


@shape(8000, most=16)
def text_of_a_template(place, count):
    return render(place, "{ text { \n" * count, "a: 1\n")


@shape(1000, status=1, most=16)
def names_that_data_lack(place, count):
    return render(place, many(count, "{{x§}} "), "a: 1\n")


# --- targets

def target(place, spec, manifest, page="{{#modules}}{{#codes}}{{name}} {{title}}\n{{/codes}}{{/modules}}", **templates):
    templates = {"names": "{{#codes}}\n{{name.snake}} {{name}}\n{{/codes}}\n", "page": page, **templates}
    for name, text in templates.items():
        place.write(f"t/t/{name}.mustache", text)
    place.write("t/t/target.yaml", manifest)
    return ["generate", "--templates=t", spec]


def one_target(place, count=1):
    return catalogue(place, "targets: {t: {}}\n", codes=many(count, "  C§: {code: §, title: A}\n"))


@shape(1000)
def codes_of_a_target(place, count):
    return target(place, one_target(place, count), MANIFEST)


@shape(28, most=8)
def outputs(place, count):
    outputs = many(count, "  o§: {per: catalogue, path: o§.txt, template: page}\n")
    return target(place, one_target(place), MANIFEST.replace("identifiers", outputs + "identifiers"))


@shape(250, most=16)
def escapes(place, count):
    manifest = MANIFEST.replace("{text: {}}", "\n  text: {}\n" + many(count, "  e§: {replace: [{text: a, by: b}]}\n"))
    return target(place, one_target(place), manifest, "{{#modules}}{{#codes}}" + many(count, "{{title.e§}}") + "{{/codes}}{{/modules}}")


@shape(1000, most=32)
def reserved_words(place, count):
    return target(place, one_target(place), MANIFEST + "reserved: " + many(count, "w§", " ") + "\n")


@shape(1000, most=16)
def codes_that_a_template_picks(place, count):
    page = "{{#modules.m}}" + many(count, "{{codes.C§.title}}\n") + "{{/modules.m}}"
    return target(place, one_target(place, count), MANIFEST, page)


@shape(1000, most=16)
def pinned_document(place, count):
    place.write("page.mustache", "{{#parts.m}}" + many(count, "{{codes.C§.title}}\n") + "{{/parts.m}}")
    return ["generate", catalogue(
        place, "documents:\n  p: {layout: pinned, template: page.mustache, path: p.md, parts: [{module: m}]}\n",
        codes=many(count, "  C§: {code: §, title: A}\n"))]


def pinned_page(place, text):
    place.write("page.mustache", "{{#parts.m}}{{codes.A.title}}{{/parts.m}}\n" + text)
    return ["generate", catalogue(
        place, "documents:\n  p: {layout: pinned, template: page.mustache, path: p.md, parts: [{module: m}]}\n")]


@shape(1000, most=16)
def links_of_a_pinned_document(place, count):
    return pinned_page(place, "Some data: &nbsp;\n\n" + "A [link](https://example.com/x), [odd](id:x) and data: of it.\n\n" * count)


@shape(4000, most=16)
def blanks_before_colons_of_a_pinned_document(place, count):
    return pinned_page(place, "data" + " " * count + ":" + "\\" * count + ":" + "data: " * count)


@shape(1000, status=1, most=16)
def paths_that_are_folders_of_others(place, count):
    outputs = many(count, "  o§: {per: catalogue, path: a/b/c/d/e/f/g/§, template: page}\n")
    outputs += "  x: {per: catalogue, path: a/b/c, template: page}\n"
    return target(place, one_target(place), MANIFEST.replace("identifiers", outputs + "identifiers"))


@shape(100, most=16)
def pinned_documents(place, count):
    for number in range(count):
        place.write(f"p{number}.mustache", "{{#parts.m}}{{codes.A.title}}\n{{/parts.m}}")
    return ["generate", catalogue(place, "documents:\n" + many(
        count, "  p§: {layout: pinned, template: p§.mustache, path: p§.md, parts: [{module: m}]}\n"))]


@shape(100, most=16)
def files_that_patterns_name(place, count):
    for number in range(count):
        place.write(f"out/f{number}.txt", "")
    return ["generate", catalogue(place, "exclusive: true\nignore: [" + many(count, "f§.txt", ", ") + "]\ntargets: {json: {}}\n")]


@shape(500, most=16)
def header_of_aliases(place, count):
    return ["generate", "-t", "c", place.write("m.yaml", code("aliases: [" + many(count, "B§", ", ") + "]"))]


def bindings(place, count, name):
    return ["generate", "-t", name, place.write("m.yaml", module(
        many(count, "  C§: {code: 1§, title: A, message: m, causes: [a, b], actions: b, tags: [x]}\n")))]


@shape(250)
def header_of_codes(place, count):
    return bindings(place, count, "c")


@shape(250)
def codes_as_json(place, count):
    return bindings(place, count, "json")


@shape(250)
def codes_in_python(place, count):
    return bindings(place, count, "python")


@shape(250)
def codes_in_go(place, count):
    return bindings(place, count, "go")


@shape(250)
def codes_in_rust(place, count):
    return bindings(place, count, "rust")


@shape(250)
def codes_in_sql(place, count):
    return bindings(place, count, "sql")


@shape(250, most=16)
def text_in_c(place, count):
    return ["generate", "-t", "c", place.write("m.yaml", code('description: "' + "a *b* c_d ?? <e>  " * count + '"'))]


@shape(4000, most=16)
def blanks_in_c(place, count):
    return ["generate", "-t", "c", place.write("m.yaml", code('description: "x' + " " * count + '<y"'))]


@shape(250)
def document_of_codes(place, count):
    return ["generate", catalogue(place, "documents:\n  p: {layout: markdown_sections, parts: [{module: m}]}\n",
                                  codes=many(count, "  C§: {code: §, title: A, causes: [a, b], actions: b}\n"))]


@shape(50, most=16)
def modules_in_c(place, count):
    for number in range(count):
        place.write(f"m{number}.yaml", module("  A: {code: 1, title: A}\n", name=f"m{number}"))
    return ["generate", "-t", "c", place.write("c.yaml", "catalogue: c\nmodules: [" + many(count, "m§.yaml", ", ") + "]\n")]


# --- what stands in the output folder

def changed(place, count, *words):
    """A run of generate over what it made before of another spec."""
    spec = catalogue(place, "targets: {csv: {}}\n", codes=many(count, "  C§: {code: §, title: A}\n"))
    place.errspec("generate", spec)
    catalogue(place, "targets: {csv: {}}\n", codes=many(count, "  C§: {code: §, title: B}\n"))
    return ["generate", *words, spec]


@shape(500)
def change_as_a_patch(place, count):
    return changed(place, count, "--diff")


@shape(500, status=1)
def change_that_is_checked(place, count):
    return changed(place, count, "--check")


@shape(500)
def scattered_changes_as_a_patch(place, count):
    spec = catalogue(place, "targets: {csv: {}}\n", codes=many(count, "  C§: {code: §, title: A}\n"))
    place.errspec("generate", spec)
    catalogue(place, "targets: {csv: {}}\n", codes="".join(
        f"  C{n}: {{code: {n}, title: {'AB'[n % 3 == 0]}}}\n" for n in range(count) if n % 7))
    return ["generate", "--diff", spec]


@shape(28, most=8)
def files_to_prune(place, count):
    outputs = many(count, "  o§: {per: catalogue, path: f§/o§.txt, template: page}\n")
    words = target(place, one_target(place), MANIFEST.replace("identifiers", outputs + "identifiers"),
                   page="Code generated by errspec. DO NOT EDIT.\n")
    place.errspec(*words)
    target(place, one_target(place), MANIFEST)
    return [*words, "--prune"]


@shape(100, most=16)
def depfile(place, count):
    for number in range(count):
        place.write(f"m{number}.yaml", module("  A: {code: 1, title: A}\n", name=f"m{number}"))
    return ["generate", "-t", "csv", "--depfile=d", "--stamp=s",
            place.write("c.yaml", "catalogue: c\nmodules: [" + many(count, "m§.yaml", ", ") + "]\n")]


def regions(place, count, text, rest=""):
    """A run over a file of people that is named under `regions`, with a module for each number."""
    for number in range(count):
        place.write(f"m{number}.yaml", module("  A: {code: 1, title: A}\n", head=rest, name=f"m{number}"))
    place.write("out/err.h", text)
    return ["generate", place.write("c.yaml", "catalogue: c\nmodules: [" + many(count, "m§.yaml", ", ") + "]\n"
                                    "targets: {rows: {regions_only: true, regions: [err.h]}}\n"), "--templates=t"]


def rows(place):
    """A target whose regions are short."""
    place.write("t/rows/target.yaml", "target: rows\ntitle: R\noutputs: {o: {per: module, path: '{{module}}', template: o}}\n"
                                      "regions: {one: {per: module, template: o, description: one}}\n")
    place.write("t/rows/o.mustache", "{{#codes}}\n{{name}}\n{{/codes}}\n")


@shape(100, most=16)
def regions_of_one_file(place, count):
    rows(place)
    return regions(place, count, many(count, "/* errspec:begin rows one m§ */\n/* errspec:end */\n"))


@shape(100, most=16)
def modules_that_name_one_file_with_regions(place, count):
    rows(place)
    return regions(place, count, many(count, "/* errspec:begin rows one m§ */\n/* errspec:end */\n"), "targets: {rows: {regions: [err.h]}}\n")


@shape(100, most=16)
def files_with_regions(place, count):
    rows(place)
    for number in range(count):
        place.write(f"out/f{number}.h", f"// errspec:begin rows one m{number}\n// errspec:end\n")
        place.write(f"m{number}.yaml", module("  A: {code: 1, title: A}\n", head=f"targets: {{rows: {{regions: [f{number}.h]}}}}\n", name=f"m{number}"))
    return ["generate", "--templates=t", place.write("c.yaml", "catalogue: c\nmodules: [" + many(count, "m§.yaml", ", ") + "]\ntargets: {rows: {regions_only: true}}\n")]


def no_regions(place, text):
    """A run over a file with markers that are none, or lead nowhere."""
    rows(place)
    return regions(place, 1, text)


@shape(5000, status=1)
def markers_that_begin_nothing(place, count):
    return no_regions(place, "# errspec:begin rows one m0\n" * count)


@shape(5000, status=1)
def markers_that_end_nothing(place, count):
    return no_regions(place, "# errspec:end\n" * count)


@shape(5000, status=1)
def markers_of_no_target(place, count):
    return no_regions(place, many(count, "# errspec:begin rose one m§\n# errspec:end\n"))


@shape(5000, status=1)
def markers_of_one_region(place, count):
    return no_regions(place, "# errspec:begin rows one m0\n# errspec:end\n" * count)


@shape(10000)
def signs_in_one_line(place, count):
    return no_regions(place, "# errspec:begin rows one\n# errspec:end\nx " + " errspec:end" * count)


@shape(20000)
def signs_behind_marks(place, count):
    return no_regions(place, "# errspec:begin rows one\n" + "#" * count + "errspec:end" + "#" * count)


@shape(10000)
def lines_around_a_region(place, count):
    return no_regions(place, "int x;\n" * count + "# errspec:begin rows one\n" + "int y;\n" * count + "# errspec:end\n" + "int z;\n" * count)


def own(place, page, codes, declared="", head="", rest=""):
    """A run of a target beside the catalogue, which lists it."""
    place.write("t/t/target.yaml", "target: t\noutputs:\n  page: {per: module, path: '{{module}}.txt', template: page}\n"
                "escape: text\nescapes: {text: {}}\n" + declared)
    place.write("t/t/page.mustache", page)
    return ["generate", catalogue(place, "templates: [t]\ntargets: {t: {" + rest + "}}\n", codes, head)]


@shape(1000, most=64)
def extras_of_many_codes(place, count):
    return own(place, "{{#codes}}{{extra.a}}{{#extra.b}}{{.}}{{/extra.b}}\n{{/codes}}\n",
               many(count, "  C§: {code: §, title: A, extra: {a: §, b: text}}\n"), "extra: {a: {type: integer}, b: {type: text}}\n")


@shape(500, most=64)
def extras_of_one_code(place, count):
    extra = many(count, "k§: §", ", ")
    return own(place, "{{#codes}}{{#extra}}{{key}}{{extra.k1}}{{extra.k9999}}\n{{/extra}}{{/codes}}\n",
               "  A: {code: 1, title: A, extra: {" + extra + "}}\n", "extra: {k1: {type: integer}, k9999: {type: integer}}\nshows_extra: true\n")


@shape(500, most=64)
def extras_that_nobody_declares(place, count):
    return own(place, "{{module}}\n", many(count, "  C§: {code: §, title: A, extra: {k§: §}}\n"), "extra: {a: {type: integer}}\n")


@shape(1000, most=64)
def tags_that_are_asked_for(place, count):
    return own(place, "{{#codes}}{{#tags}}{{#tags.t7}}{{.}}{{/tags.t7}}{{^tags.none}}!{{/tags.none}}{{/tags}}{{/codes}}\n",
               "  A: {code: 1, title: A, tags: [" + many(count, "t§", ", ") + "]}\n")


@shape(100, most=8)
def paths_of_modules(place, count):
    for number in range(count):
        head = f"targets: {{c: {{outputs: {{header: 'h/{{{{module}}}}.h', source: 's/{number}.c'}}}}}}\n"
        place.write(f"m{number}.yaml", module("  A: {code: 1, title: A}\n", head, f"m{number}"))
    text = "catalogue: c\ntargets: {c: {}}\nmodules: [" + many(count, "m§.yaml", ", ") + "]\n"
    return ["check", place.write("c.yaml", text)]


@shape(200, most=8)
def targets_of_modules_that_are_not_made(place, count):
    for number in range(count):
        head = f"targets: {{c_api: {{vars: {{tag: t{number}}}, outputs: {{header: h/{number}.h}}}}, c: {{vars: {{hex: true}}}}}}\n"
        place.write(f"m{number}.yaml", module("  A: {code: 1, title: A}\n", head, f"m{number}"))
    text = "catalogue: c\ntargets: {json: {}}\nmodules: [" + many(count, "m§.yaml", ", ") + "]\n"
    return ["check", place.write("c.yaml", text)]
