"""Shapes of what is held against a spec, and of translations."""

from shape import catalogue, many, module, shape

CODES = "  C_§: {code: 1§, title: Title §, actions: Do §.}\n"
SECTION = "## 1§ Title §\n\n**Solution**\n\nDo §.\n\n"


def audit(place, spec_codes, *names, words=()):
    return ["audit", *words, "--spec", catalogue(place, "", codes=spec_codes), *names]


@shape(100, most=16)
def files_of_a_folder(place, count):
    for number in range(count):
        place.write(f"src/f{number}.c", "int f(void) { return C_1; }\n")
    return audit(place, many(10, CODES), "src")


@shape(50, most=16)
def folders_in_folders(place, count):
    for number in range(count):
        place.write(f"src/d{number}/e/f.c", "int f(void) { return C_1; }\n")
    return audit(place, many(10, CODES), "src")


@shape(2000)
def words_of_a_program(place, count):
    place.write("src/a.c", many(count, "int f§(void) { return C_§ + 1§; /* C_§ */ }\n"))
    return audit(place, many(10, CODES), "src")


@shape(500)
def codes_and_a_program(place, count):
    place.write("src/a.c", many(count, "int f§(void) { return C_§; }\n"))
    return audit(place, many(count, CODES), "src")


@shape(8000)
def strings_of_a_program(place, count):
    place.write("src/a.c", "\"text\" 'c' // x\n" * count + '"' * count + "\n/*")
    return audit(place, many(10, CODES), "src")


@shape(20000)
def line_of_a_program(place, count):
    place.write("src/a.py", "C_1 " * count + "\n")
    return audit(place, many(10, CODES), "src")


@shape(250)
def document_that_agrees(place, count):
    place.write("m.md", "# M\n\n" + many(count, SECTION))
    return audit(place, many(count, CODES), "m.md")


@shape(250, status=1)
def document_that_differs(place, count):
    place.write("m.md", "# M\n\n" + many(count, SECTION).replace("Do", "Never do"))
    return audit(place, many(count, CODES), "m.md", words=["--limit", "diagnostics=100000"])


@shape(250, status=1)
def codes_that_a_document_lacks(place, count):
    place.write("m.md", "# M\n\n" + many(count // 2, SECTION))
    return audit(place, many(count, CODES), "m.md", words=["--limit", "diagnostics=100000", "--module=m"])


@shape(250, status=1)
def codes_that_a_spec_lacks(place, count):
    place.write("m.md", "# M\n\n" + many(2 * count, SECTION))
    return audit(place, many(count, CODES), "m.md", words=["--limit", "diagnostics=100000"])


@shape(500)
def table_that_agrees(place, count):
    place.write("m.csv", "code,name,title\n" + many(count, "1§,C_§,Title §\n"))
    return audit(place, many(count, CODES), "m.csv", words=["--summary"])


@shape(500)
def header_that_agrees(place, count):
    place.write("m.h", "enum m {\n" + many(count, "\tC_§ = 1§, /* Title § */\n") + "};\n")
    return audit(place, many(count, CODES), "m.h")


@shape(250)
def enums_and_modules(place, count):
    place.write("m.h", many(count, "enum e§ { A§ = 1§, };\n"))
    return audit(place, many(count, CODES), "m.h", words=["--summary"])[:]


# --- translations

def translated(place, count, codes=CODES, languages="de"):
    place.write("m.yaml", module(many(count, codes)))
    return place.write("c.yaml", f"catalogue: c\nlanguages: [{languages}]\nmodules: [m.yaml]\n")


@shape(500)
def translation_that_begins(place, count):
    return ["translate", "de", translated(place, count)]


@shape(250)
def translation_that_goes_on(place, count):
    spec = translated(place, count)
    place.write("i18n/de/m.yaml", "translation: m\nlanguage: de\ncodes:\n" + many(count // 2, "  C_§: {title: Titel §}\n"))
    return ["translate", "de", spec]


@shape(250, most=16)
def accepted_translations(place, count):
    spec = translated(place, count)
    return ["translate", "de", "--accept=" + many(count, "C_§", ","), spec]


@shape(250)
def translation_that_is_checked(place, count):
    spec = translated(place, count)
    place.write("i18n/de/m.yaml", "translation: m\nlanguage: de\ncodes:\n" + many(count, "  C_§: {title: Titel §}\n"))
    return ["check", spec]


@shape(250, status=1)
def translation_of_codes_that_nobody_has(place, count):
    spec = translated(place, 10)
    place.write("i18n/de/m.yaml", "translation: m\nlanguage: de\ncodes:\n" + many(count, "  D_§: {title: Titel §}\n"))
    return ["check", spec]


@shape(100, most=16)
def languages(place, count):
    names = ", ".join(f"x{chr(97 + n // 676 % 26)}{chr(97 + n // 26 % 26)}-x{n}" for n in range(count))
    return ["check", translated(place, 1, languages=names)]
