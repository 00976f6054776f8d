"""The peers of a lookup: each writes a C file for the same codes, or says why it cannot."""

import shutil
import subprocess

SWITCH_MOST = 2000   # above, compilers take minutes over one function
CHAIN_MOST = 2000
COM_ERR_MOST = 256   # the messages of a com_err table


class Absent(Exception):
    """Why there is no such peer here."""


def literal(text):
    """A C literal."""
    plain = {ord('"'): '\\"', ord("\\"): "\\\\", ord("?"): "\\?"}
    return '"' + "".join(plain.get(byte, chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}") for byte in text.encode()) + '"'


def rows(entries, form):
    return "\n".join(form(*entry) for entry in entries)


def offsets_of(texts):
    """One literal for each text, and where each begins."""
    at, offsets = 0, []
    for text in texts:
        offsets.append(at)
        at += len(text.encode()) + 1
    return offsets


def table(entries, which):
    texts = [entry[which] for entry in entries]
    offsets = offsets_of(texts)
    width = "uint16_t" if offsets[-1] < 2**16 else "uint32_t"
    bytes_of = ",".join(str(byte) for text in texts for byte in text.encode() + b"\0")
    return f"static const {width} offsets[] = {{{','.join(map(str, offsets))}}};\n" \
           f"static const unsigned char texts[] = {{{bytes_of}}};\n"


def floor(entries, _folder):
    """The place is known: one load."""
    return "#include <stdint.h>\n" + table(entries, 2) + """
const char *floor_code(int32_t place) { return (const char *)texts + offsets[place]; }
"""


def name_floor(_entries, _folder):
    """The call and the first byte."""
    return """#include <stddef.h>
#include <stdbool.h>
#include <stdint.h>
bool floor_name(const char *name, size_t length, int32_t *code)
{
	*code = (unsigned char)name[0] + (int32_t)length;
	return true;
}
"""


def switch(entries, _folder):
    if len(entries) > SWITCH_MOST:
        raise Absent(f"a switch of {len(entries)} cases compiles for minutes")
    cases = rows(entries, lambda code, _, message: f"case {code}: return {literal(message)};")
    return f"""#include <stdint.h>
const char *switch_code(int32_t code)
{{
	switch (code) {{
{cases}
	default: return "Unknown error";
	}}
}}
"""


def bsearch(entries, _folder):
    lines = rows(entries, lambda code, _, message: f"{{{code}, {literal(message)}}},")
    return f"""#include <stdint.h>
#include <stdlib.h>
struct row {{ int32_t code; const char *message; }};
static const struct row table[] = {{
{lines}
}};
static int compare(const void *key, const void *row)
{{
	int32_t code = *(const int32_t *)key, other = ((const struct row *)row)->code;
	return (code > other) - (code < other);
}}
const char *bsearch_code(int32_t code)
{{
	const struct row *row = bsearch(&code, table, sizeof(table) / sizeof(table[0]), sizeof(table[0]), compare);
	return row == NULL ? "Unknown error" : row->message;
}}
"""


def chain(entries, _folder):
    """As libgpg-error's generator writes it: a chain of ranges that gives a place in one string."""
    if len(entries) > CHAIN_MOST:
        raise Absent(f"a chain over {len(entries)} codes is not built")
    runs = []
    for place, (code, _, _) in enumerate(entries):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code, place])
    lines = "\n".join(f"	(code >= {low} && code <= {high}) ? (code - ({low})) + {place} :" for low, high, place in runs)
    return "#include <stdint.h>\n" + table(entries, 2) + f"""
static int place_of(int32_t code)
{{
	return
{lines}
	-1;
}}
const char *chain_code(int32_t code)
{{
	int place = place_of(code);
	return place < 0 ? "Unknown error" : (const char *)texts + offsets[place];
}}
"""


def com_err(entries, folder):
    """Its codes are a base and a place, so that it is asked for places."""
    if shutil.which("compile_et") is None:
        raise Absent("there is no compile_et")
    if len(entries) > COM_ERR_MOST:
        raise Absent(f"a table of com_err holds {COM_ERR_MOST} messages")
    lines = "\n".join(f"error_code E{i}, {literal(entry[2])}" for i, entry in enumerate(entries))
    (folder / "bench.et").write_text(f"error_table bnch\n{lines}\nend\n", encoding="utf-8")
    subprocess.run(["compile_et", "bench.et"], cwd=folder, check=True, capture_output=True)
    return (folder / "bench.c").read_text(encoding="utf-8") + """
#include <stdint.h>
extern long add_error_table(const struct error_table *);
extern const char *error_message(long);
const char *com_err_code(int32_t place)
{
	static int is_ready;
	if (!is_ready) {
		add_error_table(&et_bnch_error_table);
		is_ready = 1;
	}
	return error_message(et_bnch_error_table.base + place);
}
"""


def name_search(entries, _folder):
    """Binary search over offsets into one string."""
    entries = sorted(entries, key=lambda entry: entry[1].encode())
    codes = ",".join(str(entry[0]) for entry in entries)
    lengths = ",".join(str(len(entry[1])) for entry in entries)
    return "#include <stdbool.h>\n#include <stdint.h>\n#include <string.h>\n" + table(entries, 1) + f"""
static const int32_t codes[] = {{{codes}}};
static const uint8_t lengths[] = {{{lengths}}};
bool search_name(const char *name, size_t length, int32_t *code)
{{
	size_t low = 0, high = sizeof(codes) / sizeof(codes[0]);
	while (low < high) {{
		size_t middle = low + (high - low) / 2;
		size_t known = lengths[middle];
		int order = memcmp(texts + offsets[middle], name, known < length ? known : length);
		if (order == 0) {{
			order = (known > length) - (known < length);
		}}
		if (order == 0) {{
			*code = codes[middle];
			return true;
		}}
		if (order < 0) {{
			low = middle + 1;
		}} else {{
			high = middle;
		}}
	}}
	return false;
}}
"""


def gperf(entries, folder):
    if shutil.which("gperf") is None:
        raise Absent("there is no gperf")
    if len(entries) > 5000:
        raise Absent(f"gperf takes too long over {len(entries)} names")
    lines = "\n".join(f"{name}, {code}" for code, name, _ in entries)
    (folder / "bench.gperf").write_text(
        "%{\n#include <stdint.h>\n#include <string.h>\n%}\nstruct word { const char *name; int32_t code; };\n"
        f"%%\n{lines}\n%%\n", encoding="utf-8")
    options = ["-t", "-C", "-c", "-l", "-L", "ANSI-C", "-N", "gperf_find"]
    made = subprocess.run(["gperf", *options, "bench.gperf"], cwd=folder, check=True, capture_output=True, text=True)
    return made.stdout + """
#include <stdbool.h>
bool gperf_name(const char *name, size_t length, int32_t *code)
{
	const struct word *word = gperf_find(name, length);
	if (word != NULL) {
		*code = word->code;
	}
	return word != NULL;
}
"""


# What each is called, the function that it defines, whether it is asked for places, and who writes it.
BY_CODE = [
    ("the place is known: one load", "floor_code", True, floor),
    ("`switch`", "switch_code", False, switch),
    ("libc `bsearch`, pointers", "bsearch_code", False, bsearch),
    ("libgpg-error's chain of ranges", "chain_code", False, chain),
    ("com_err", "com_err_code", True, com_err),
]
BY_NAME = [
    ("the call and the first byte", "floor_name", False, name_floor),
    ("binary search, offsets", "search_name", False, name_search),
    ("gperf", "gperf_name", False, gperf),
]
