"""Shapes of documents, headers and lists that are imported."""

from shape import catalogue, many, shape

SECTION = """## § Title of it

**Error Message**

The message of §.

**Possible Cause**

1. One of them.
2. Another one.

**Solution**

Do this and that.

"""

ONE = "# Codes\n\n## 101 One\n\n**Solution**\n\nDo.\n\n"


def bring(place, name, text, *words):
    return ["import", *words, place.write(name, text)]


# --- markdown

@shape(250)
def sections(place, count):
    return bring(place, "a.md", "# Codes\n\n" + many(count, SECTION))


@shape(500)
def headings_alone(place, count):
    return bring(place, "a.md", "# Codes\n\n" + many(count, "## 1§ Title §\n"))


@shape(500)
def headings_with_equal_titles(place, count):
    return bring(place, "a.md", "# Codes\n\n" + many(count, "## 1§ Title\n\n"))


@shape(500)
def headings_of_one_code(place, count):
    return bring(place, "a.md", "# Codes\n\n" + many(count, "## 101 Title §\n\n**Solution**\n\nDo §.\n\n"))


@shape(500)
def rows_of_one_table(place, count):
    return bring(place, "a.md", "# Codes\n\n| Code | Name | Message |\n| --- | --- | --- |\n" + many(count, "| 1§ | N_§ | message § |\n"))


@shape(125)
def tables(place, count):
    return bring(place, "a.md", "# Codes\n\n" + many(count, "## Part §\n\n| Code | Message |\n| --- | --- |\n| 1§ | message § |\n\n"))


@shape(125, most=64)
def tables_of_the_same_codes(place, count):
    return bring(place, "a.md", "# Codes\n\n" + many(count, "## Part §\n\n| Code | Message |\n| --- | --- |\n| 1 | message § |\n\n"))


@shape(500)
def columns_of_one_table(place, count):
    return bring(place, "a.md", "# Codes\n\n| Code | Message" + many(count, " | K§") + " |\n| --- | ---" + " | ---" * count + " |\n"
                 + "| 1 | m" + many(count, " | v§") + " |\n")


@shape(500, most=16)
def labels(place, count):
    return bring(place, "a.md", ONE + many(count, "**Solution**\n\nDo §.\n\n"))


@shape(500, most=16)
def unknown_labels(place, count):
    return bring(place, "a.md", ONE + many(count, "**Label §**\n\nDo §.\n\n"))


@shape(20000)
def blank_lines(place, count):
    return bring(place, "a.md", ONE + "\n" * count + "## 102 Two\n")


@shape(20000, most=16)
def blanks_in_one_line(place, count):
    return bring(place, "a.md", ONE + "x" + " " * count + "<y\n")


@shape(3000, most=8)
def links_in_documents(place, count):
    return bring(place, "a.md", ONE + many(count, "[a](b§.md) ![x](y.png)\n"))


@shape(4000, most=8)
def link_definitions(place, count):
    return bring(place, "a.md", ONE + many(count, "[a§]: b§.md\n") + "\n" + many(count, "[a§]\n"))


@shape(2000, most=16)
def tables_of_html(place, count):
    table = "<table><tr><th>Code</th><th>Message</th></tr><tr><td>1§</td><td>x</td></tr></table>\n\n"
    return bring(place, "a.md", "# Codes\n\n" + many(count, table))


@shape(1000, most=16)
def tags_of_html(place, count):
    return bring(place, "a.md", ONE + many(count, "<div><b>text §</b> &amp; more<br>\n</div>\n"))


@shape(2000, most=16)
def tags_that_stay_open(place, count):
    return bring(place, "a.md", ONE + "<div>" * count + "\n")


@shape(500, most=16)
def comments_of_html(place, count):
    return bring(place, "a.md", "# Codes\n" + many(count, "<!--Key§: value-->\n") + ONE + "<!-- x -->\n" * count)


@shape(30, most=8)
def lists_in_lists(place, count):
    nested = "".join("  " * (level % 50) + f"- item {level}\n" for level in range(count * 20))
    return bring(place, "a.md", ONE + nested)


@shape(2000, most=16)
def items_of_one_list(place, count):
    return bring(place, "a.md", ONE + "**Solution**\n\n" + many(count, "- item §\n"))


@shape(1000, most=16)
def quotes(place, count):
    return bring(place, "a.md", ONE + "> > text\n" * count)


@shape(1000, most=16)
def fences(place, count):
    return bring(place, "a.md", ONE + "```c\nint x;\n```\n" * count)


@shape(1000, most=16)
def emphasis(place, count):
    return bring(place, "a.md", ONE + "*a **b " * count + "\n" + "`" * count + "\n")


@shape(1000, most=16)
def brackets(place, count):
    return bring(place, "a.md", ONE + "[" * count + "](" * count + "<" * count + "![" * count + "\n")


# --- headers

def header(place, text, *words):
    return bring(place, "a.h", text, *words)


@shape(250, most=16)
def enums(place, count):
    return header(place, many(count, "enum e§ { A§ = 0, B§ };\n"))


@shape(500)
def sections_of_an_enum(place, count):
    return header(place, "enum e {\n" + many(count, "\t/* Part § */\n\tA§, /**< Text of §. */\n\tB§,\n") + "};\n")


# A module each: with its file of 16 lines, which is longer than the enum, and that in a patch.
@shape(250, most=128, memory=80)
def enums_as_a_patch(place, count):
    return header(place, many(count, "enum e§ { A§ = 0, B§ };\n"), "--diff")


# Nine bytes are a group and its code.
@shape(250, most=512, memory=75)
def enums_of_macros(place, count):
    return header(place, "#define E(n) enum e##n { A##n = n };\n" + many(count, "E(§)\n"))


# More than a thousand become one module.
@shape(1500, most=64)
def enums_that_agree(place, count):
    return header(place, many(count, "enum e§ { A§ = §, };\n"))


@shape(1000)
def enumerators(place, count):
    return header(place, "enum e {\n" + many(count, "\tA§, /**< Text of §. */\n") + "};\n")


@shape(1000)
def enumerators_in_one_line(place, count):
    return header(place, "enum e { " + many(count, "A§ = §", ", ") + " };\n")


@shape(1000)
def enumerators_of_one_number(place, count):
    return header(place, "enum e { " + many(count, "A§ = 7", ", ") + " };\n")


@shape(500)
def macros(place, count):
    return header(place, many(count, "#define E_A§ (-§) /* text of § */\n"))


# Each byte is a token, which is kept until the macro is valued.
@shape(250)
def parentheses_of_macros(place, count):
    return header(place, many(count, "#define E_A§ " + "(" * 40 + "1" + ")" * 40 + "\n"))


@shape(25)
def parentheses_of_macros_that_nobody_calls(place, count):
    return header(place, many(count, "#define F§() " + "(" * 1000 + ")" * 1000 + "\n") + "#define E_A 1\n")


@shape(1000)
def macros_of_macros(place, count):
    return header(place, "#define E_A0 1\n" + "".join(f"#define E_A{n} (E_A{n - n % 50} + {n})\n" for n in range(1, count) if n % 50))


@shape(1000)
def chains_of_macros(place, count):
    return header(place, "#define E_A0 1\n" + "".join(f"#define E_A{n} E_A{n - 1}\n" for n in range(1, count)))


@shape(200, most=8)
def lists_of_macros(place, count):
    return header(place, "#define LIST(X) \\\n" + many(count, "X(A§, §, \"text\") \\\n") + "\n#define X(a, b, c) a = b,\nenum e { LIST(X) };\n")


@shape(500)
def constants_in_parentheses(place, count):
    return bring(place, "a.hpp", many(count, "extern \"C\" const int A§(§ + 1), f§(int);\n"))


@shape(500)
def conditions(place, count):
    return header(place, many(count, "#if defined(X§) || § > 3\n#define E_A§ 1§\n#else\n#define E_B§ 2§\n#endif\n"))


@shape(50)
def conditions_in_conditions(place, count):
    return header(place, ("#if 1\n" * 50 + "#endif\n" * 50) * (count // 5) + "#define E_A 1\n")


@shape(500)
def branches_of_one_condition(place, count):
    return header(place, "#if X0\n" + many(count, "#elif X§ == 1\n#define E_A§ 1\n") + "#else\n#define E_A 1\n#endif\n")


@shape(500)
def variants_of_a_header(place, count):
    return header(place, many(count, "#ifdef X§\n#define E_A§ 1§\n#else\n#define E_A§ 2§\n#endif\n"))


@shape(500)
def variants_of_one_name(place, count):
    return header(place, "#if X0\n#define E_A 0\n" + many(count, "#elif X§ == 1\n#define E_A 1§\n") + "#else\n#define E_A 2\n#endif\n")


@shape(4000)
def comments_of_a_header(place, count):
    return header(place, "/* a comment */ // and another\n" * count + "#define E_A 1\n")


@shape(4000)
def joined_lines_of_a_header(place, count):
    return header(place, "#define E_A 1" + "\\\n" * count + "\n")


@shape(4000)
def joined_lines_before_a_comment_ends(place, count):
    return header(place, "#define E_A 1\n/\\\n*" + "*\\\n \\\n" * count + "\\\n" * count + "*/")


@shape(4000)
def joined_lines_of_a_name(place, count):
    return header(place, "#define E_" + "A\\\n" * 100 + " 1\n" + "#define E_B§ '\\\\\\\nn'\n" * (count // 4))


@shape(4000)
def comment_that_stays_open(place, count):
    return header(place, "#define E_A 1\n/* " + "* / /" * count)


@shape(1000, most=8)
def long_comment(place, count):
    return header(place, "/**\n" + " * Words of a comment.\n" * count + " */\n#define E_A 1\n")


@shape(4000)
def long_expression(place, count):
    return header(place, "enum e { A = 1" + many(count, " + § % 7") + ", B };\n#define E_A 1\n")


@shape(2000)
def lines_that_go_on(place, count):
    return header(place, "#define E_A 1" + " \\\n" * count + "\n")


@shape(1000)
def declarations(place, count):
    return header(place, many(count, "struct s§ { int a; char *b; };\nint f§(int x, struct s§ *y);\n") + "#define E_A 1\n")


@shape(4000)
def braces_of_a_header(place, count):
    return header(place, "#define E_A 1\n" + "{" * count + "(" * count + "[" * count)


@shape(500)
def strings_of_a_header(place, count):
    return header(place, many(count, "#define E_A§ § // text\nstatic const char *s§ = \"a\" \"b\\n\";\n"))


@shape(500)
def tables_of_a_header(place, count):
    return header(place, "static const struct { int code; const char *text; } t[] = {\n" + many(count, "\t{ §, \"text of §\" },\n") + "};\n"
                  "#define E_A 1\n")


PROGRAM = "const char *text_of(enum e e)\n{\n\tswitch (e) {\n§\tdefault: return \"none\";\n\t}\n}\n"


def program(place, count, text):
    place.write("p.h", "enum e {\n" + many(count, "\tA§,\n") + "};\n")
    return bring(place, "p.c", text, "p.h")


@shape(500, most=64)
def cases_of_a_program(place, count):
    return program(place, count, PROGRAM.replace("§", many(count, "\tcase A§: return \"text of §\";\n")))


@shape(500, most=64)
def conditions_of_one_value(place, count):
    return program(place, count, "const char *text_of(enum e e)\n{\n\treturn " + many(count, "e == A§ ? \"text §\" :\n") + "\"?\";\n}\n")


@shape(500, most=64)
def cases_of_one_text(place, count):
    return program(place, count, PROGRAM.replace("§", many(count, "\tcase A§:\n") + "\treturn \"text\";\n"))


@shape(500, most=64)
def rows_of_a_program(place, count):
    return program(place, count, "struct row errors[] = {\n" + many(count, "\t{ A§, \"A§\", \"text\" \"of §\" },\n") + "};\n")


@shape(200, most=64)
def tables_of_a_program(place, count):
    return program(place, 10, many(count, "const char *errors§[] = { [A1] = \"one\", [A2] = \"two\", [3] = \"three\" };\n"))


@shape(200, most=64)
def functions_of_a_program(place, count):
    return program(place, 10, many(count, "char *text§(int e)\n{\n\tif (e == A1)\n\t\treturn \"one\";\n\treturn e == 2 ? \"x\" : \"y\";\n}\n") + PROGRAM.replace("§", "case A2: return \"two\";\n"))


@shape(1000, most=64)
def strings_of_one_text(place, count):
    return program(place, 10, "char *errors[] = { [A1] = " + "\"part \" " * count + ", [A2] = \"\\x61\\141" + "\\n" * count + "\" };\n")


@shape(100, most=16)
def programs_for_a_spec(place, count):
    spec = catalogue(place, "", codes=many(20 * count, "  A_§: {code: §, title: A}\n"))
    row = "\t{ A_§, \"text of §\" },\n"
    names = [place.write(f"p{n}.c", "struct row errors[] = {\n" + row.replace("§", str(n)) + row.replace("§", str(n + count)) + "};\n") for n in range(count)]
    return ["import", "--spec", spec, *names]


@shape(500, most=64)
def messages_for_a_spec(place, count):
    spec = catalogue(place, "", codes=many(count, "  A_§: {code: §, title: A}\n"))
    rows = many(count, "\t{ A_§, \"text of §\" },\n")
    return bring(place, "p.c", "struct row errors[] = {\n" + rows + "};\n", "--spec", spec)


@shape(1000)
def names_wanted_of_a_header(place, count):
    return header(place, many(count, "#define E_A§ §\n"), "--only=" + many(50, "E_A§*", ","))


# --- lists

@shape(1000)
def rows(place, count):
    return bring(place, "a.csv", "code,name,message\n" + many(count, "§,N_§,message of §\n"))


@shape(1000)
def rows_in_tabs(place, count):
    return bring(place, "a.tsv", "code\tname\tmessage\n" + many(count, "§\tN_§\tmessage of §\n"))


@shape(1000)
def columns(place, count):
    return bring(place, "a.csv", "code,message" + many(count, ",k§") + "\n1,m" + many(count, ",v§") + "\n")


@shape(1000)
def rows_with_more_cells(place, count):
    return bring(place, "a.csv", "code,message\n1,m\n" + "2" + ",x" * count + "\n")


# Two bytes are a code, which stands again and again.
@shape(4000, most=128, memory=110)
def quote_that_stays_open(place, count):
    return bring(place, "a.csv", 'code,message\n1,"\n' + "a\n" * count, )


# Eight bytes are a code, in two cells with a warning each.
@shape(1000, most=256, memory=75)
def quote_that_stays_open_in_many_rows(place, count):
    return bring(place, "a.csv", 'code,message\n1,m\n' + many(count, '§,"a\n'))


@shape(4000)
def quoted_quotes(place, count):
    return bring(place, "a.csv", 'code,message\n1,"' + '""' * count + '"\n')


@shape(500)
def records_of_json(place, count):
    return bring(place, "a.json", '[{"code": -1, "message": "first"}'
                 + many(count, ',\n{"code": §, "name": "N_§", "message": "m §", "http": 404, "x": [1, {"y": 2}]}') + "]\n")


@shape(500)
def keys_of_json(place, count):
    return bring(place, "a.json", '{"codes": {' + many(count, '"1§": "message §"', ",\n") + "}}\n")


@shape(500)
def lists_of_json(place, count):
    return bring(place, "a.json", "{" + many(count, '"part§": {"§": {"message": "m"}}', ",\n") + "}\n")


@shape(1000)
def keys_of_one_record(place, count):
    return bring(place, "a.json", '[{"code": 1, "message": "m", ' + many(count, '"k§": §', ", ") + "}]\n")


@shape(500)
def records_of_yaml(place, count):
    return bring(place, "a.yaml", "codes:\n" + many(count, "  - code: 1§\n    name: N_§\n    message: |\n      m\n      # x\n"))


@shape(1000)
def error_table(place, count):
    return bring(place, "a.et", "error_table dsk\n" + many(count, 'ec A§, "Text of §"\n') + "end\n")


@shape(500)
def errcodes(place, count):
    return bring(place, "errcodes.txt", "Section: Class 00 - A\n\n"
                 + "".join(f"{n:05d}    E    ERRCODE_A{n}    a{n}\n" for n in range(count)))


@shape(250)
def sections_of_errcodes(place, count):
    return bring(place, "errcodes.txt",
                 "".join(f"Section: Class {n} - A\n\n{n:05d}    E    ERRCODE_A{n}    a{n}\n\n" for n in range(count)))


# --- into a spec that is there

@shape(250)
def new_codes_for_a_spec(place, count):
    spec = catalogue(place, "", codes=many(count, "  N_§: {code: §, title: A}\n"))
    return bring(place, "m.csv", "code,name,message\n" + many(2 * count, "§,N_§,message\n"), "--spec", spec)


@shape(100, most=16)
def groups_for_many_modules(place, count):
    for number in range(count):
        place.write(f"m{number}.yaml", f"module: m{number}\ncodes:\n  A: {{code: {number}, title: A}}\n")
    place.write("c.yaml", "catalogue: c\nmodules: [" + many(count, "m§.yaml", ", ") + "]\n")
    return header(place, many(count, "enum e§ { A = §, };\n"), "--spec=c.yaml")


@shape(50, most=16)
def files(place, count):
    for number in range(count):
        place.write(f"f{number}.csv", "code,name,message\n1,A,m\n")
    return ["import", *(f"f{number}.csv" for number in range(count))]


@shape(1000)
def names_for_codes(place, count):
    place.write("names.txt", many(count, "§\tN_§\n"))
    return bring(place, "a.csv", "code,message\n" + many(count, "§,message\n"), "--names=names.txt")


@shape(1000)
def names_that_nobody_asked_for(place, count):
    place.write("names.txt", many(count, "1§\tN_§\n"))
    return bring(place, "a.csv", "code,message\n1,message\n", "--names=names.txt")


@shape(1000)
def words_of_a_vocabulary(place, count):
    place.write("words.yaml", "vocabulary: v\nactions: [" + many(count, "Label §", ", ") + "]\n")
    return bring(place, "a.md", ONE + "**Label 7**\n\nDo it.\n", "--vocabulary=words.yaml")


@shape(250)
def pinned_sections(place, count):
    return bring(place, "a.md", "# Codes\n\n" + many(count, SECTION), "--pin")


# For each row of 24 bytes its template has three times as many, and is bound and rendered to prove it.
@shape(250, memory=75)
def pinned_rows(place, count):
    return bring(place, "a.md", "# Codes\n\n| Code | Message |\n| --- | --- |\n" + many(count, "| 1§ | message § |\n"), "--pin")


@shape(250)
def other_language(place, count):
    place.write("m.yaml", "module: m\ntitle: Codes\ncodes:\n" + many(count, "  C§: {code: 1§, title: A, actions: Do.}\n"))
    place.write("c.yaml", "catalogue: c\nlanguages: [de]\nmodules: [m.yaml]\n")
    return bring(place, "m.md", "# Codes\n\n" + many(count, "## 1§ Titel §\n\n**Solution**\n\nTu §.\n\n"), "--lang=de", "--spec=c.yaml")


@shape(500)
def rows_as_a_patch(place, count):
    return bring(place, "a.csv", "code,name,message\n" + many(count, "§,N_§,message of §\n"), "--diff")
