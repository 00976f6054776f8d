#!/usr/bin/env python3
"""Compiles and runs what errspec generates and compares what it says with the spec.

The truth is `errspec dump`; the driver prints what the generated tables say. Hostile texts, the
limits of every type, a module without codes and texts too long for a literal are among the specs."""

import argparse
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import shapes

HERE = pathlib.Path(__file__).resolve().parent

C_FLAGS = ['-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Wsign-conversion', '-Wshadow', '-Wcast-qual',
           '-Wundef', '-Werror', '-O1']
C_ONLY = ['-Wmissing-prototypes', '-Wstrict-prototypes']
COMPILERS = [
    ('gcc', ['-std=c99', *C_ONLY]),
    ('gcc', ['-std=c11', *C_ONLY]),
    ('gcc', ['-std=c99', '-fsanitize=address,undefined', '-fno-sanitize-recover', *C_ONLY]),
    ('clang', ['-std=c99', *C_ONLY]),
    ('clang', ['-std=c11', '-Wdocumentation', *C_ONLY]),
    ('g++', ['-x', 'c++', '-std=c++11', '-Wno-variadic-macros']),
    ('clang++', ['-x', 'c++', '-std=c++17']),
    ('tcc', ['-std=c99']),
]


# Texts of one line that has to be broken, between characters that mean more side by side.
LONG = ['x' * 9000, '??/' * 3000, '\\' * 5000, '"' * 5000, 'é中😀' * 2000, '- a 1. b # c */ /* ' * 400, 'y' * 999 + '?' * 800, 'word ' * 2000 + '.']


def text_of(prose):
    """A prose as the one text that C has of it."""
    if prose is None:
        return ''
    if isinstance(prose, str):
        return prose
    if isinstance(prose, list):
        return '\n'.join(f'- {item}' for item in prose)
    return '\n'.join([prose['lead'], *(f'- {item}' for item in prose['items'])])


def expected_lines(dump):
    """What the driver has to print, module by module."""
    lines = []
    for module in dump['modules']:
        if module['module'] == 'plain':
            continue
        codes = sorted(module.get('codes', {}).items(), key=lambda item: item[1]['rank'])
        for name, code in codes:
            texts = [name, code.get('title', ''), code['message'], code.get('description', ''),
                     text_of(code.get('causes')), text_of(code.get('actions')), code['status'], code.get('severity', '')]
            number = code['code']
            if module['type'] == 'string':
                texts.insert(0, number)
                number = ''
            shown = ''.join('\t' + text.encode().hex() for text in texts)
            lines.append(f"{module['prefix']}\t{number}{shown}")
        unknown = module.get('catch_all', {}).get('message', 'Unknown error')
        lines.append(f"{module['prefix']}\tunknown\t{unknown.encode().hex()}")
    return lines


def quoted(text):
    return json.dumps(text, ensure_ascii=False).replace('\x7f', '\\x7f')


def is_allowed(text):
    """Whether a spec may hold the text: no controls, separators, bidi controls or noncharacters."""
    def allowed(c):
        n = ord(c)
        return not (n < 32 or 127 <= n <= 0x9F or n in (0x2028, 0x2029, 0x61C, 0x200E, 0x200F, 0xFEFF)
                    or 0xE0000 <= n <= 0xE007F or 0x202A <= n <= 0x202E or 0x2066 <= n <= 0x2069 or 0xFDD0 <= n <= 0xFDEF
                    or 0xD800 <= n <= 0xDFFF or n & 0xFFFE == 0xFFFE)
    return text.strip() != '' and all(allowed(c) for c in text)


def naughty_texts(listing):
    texts = json.loads(listing.read_text(encoding='utf-8'))
    return [text for text in texts if is_allowed(text) and '](' not in text]


def write_more(folder, listing):
    """The modules that are not worth a file: every naughty string in every text, and long texts.

    Markdown may hold HTML, so that documents show a module that has plain texts only."""
    lines = ['module: naughty', 'codes:']
    plain = ['module: plain', 'codes:']
    for number, text in enumerate(naughty_texts(listing)):
        shown = quoted(text)
        lines += [f'  N{number}:', f'    code: {number}', f'    title: {shown}', f'    message: {shown}',
                  f'    description: {shown}', f'    causes: {shown}', f'    actions: [{shown}, {shown}]']
        if '{' in text:
            lines[-4] = '    message: "braces are parameters"'
        plain += lines[-7:-3]
    (folder / 'plain.yaml').write_text('\n'.join(plain) + '\n', encoding='utf-8')
    (folder / 'naughty.yaml').write_text('\n'.join(lines) + '\n', encoding='utf-8')
    long = quoted('A long "text" é \\ ?? ' * 400)
    lines = ['module: long_texts', f'catch_all: {{code: Other, message: {long}}}', 'codes:', '  SHORT: {code: 1, message: short}', '  LONG:', '    code: 2',
             '    message: the description is long', f'    description: {long}', f'    actions: [one, {long}]']
    for number, text in enumerate(LONG):
        shown = quoted(text)
        lines += [f'  LONG_{number}:', f'    code: {number + 3}', f'    title: {shown}', f'    message: {shown}', f'    description: {shown}',
                  f'    causes: [{shown}]']
    (folder / 'long_texts.yaml').write_text('\n'.join(lines) + '\n', encoding='utf-8')
    catalogue = folder / 'catalogue.yaml'
    text = catalogue.read_text(encoding='utf-8')
    text = text.replace('modules:\n', 'modules:\n  - naughty.yaml\n  - plain.yaml\n  - long_texts.yaml\n')
    catalogue.write_text(text.replace('parts:\n', 'parts:\n      - module: plain\n'), encoding='utf-8')


def write_shapes(folder):
    """Modules for each way in which a code is found; what the driver says of them goes to shapes.h."""
    said, aliases = [], []
    catalogue = folder / 'spec/catalogue.yaml'
    text = catalogue.read_text(encoding='utf-8')
    for name, kind, codes, prefix in shapes.modules():
        lines = [f'module: {name}', f'type: {kind}', 'codes:']
        for number, code in enumerate(codes):
            shown = quoted(code) if kind == 'string' else code
            alias = f', aliases: [{prefix}OLD_{number}, {prefix}OLDER_{number}]' if number % 7 == 0 else ''
            lines.append(f'  {prefix}{number}: {{code: {shown}, message: "message {number % 50}"{alias}}}')
        (folder / 'spec' / f'{name}.yaml').write_text('\n'.join(lines) + '\n', encoding='utf-8')
        text = text.replace('modules:\n', f'modules:\n  - {name}.yaml\n', 1)
        put, same, unknown = shapes.in_driver(kind, codes)
        aliases += [f'IS_ALIAS({name}, {same}, "{prefix}{old}_{number}", {name.upper()}_{prefix}{number});'
                    for number in range(0, len(codes), 7) for old in ('OLD', 'OLDER')]
        said.append((name, f'SAY({name}, {name.upper()}, {put}, {same}, {unknown})'))
    catalogue.write_text(text, encoding='utf-8')
    (folder / 'shapes.h').write_text('\n'.join(
        [*(f'#include "{name}.h"' for name, _ in said), '#ifdef SAY', *(line for _, line in said),
         'static void say_shapes(void) {', *(f'say_{name}();' for name, _ in said), *aliases, '}', '#endif', '']))


def run(command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options)


def must(command, **options):
    result = run(command, **options)
    if result.returncode != 0:
        sys.exit(f'{" ".join(map(str, command))} ended with {result.returncode}:\n{result.stdout}{result.stderr}')
    return result.stdout


def by_module(lines):
    return sorted(lines, key=lambda line: line.split('\t')[0])


def commented(text):
    """Shows the beginning of a text so that no reader of TAP takes it for a result."""
    for line in text.splitlines()[:40]:
        print('#', line[:300])


def compare(expected, found):
    expected, found = by_module(expected), by_module(found)
    if expected == found:
        return True
    for line, other in zip(expected + ['(end)'], found + ['(end)']):
        if line != other:
            commented(f'expected\n  {line}\nfound\n  {other}')
            break
    return False


def sources_in(folder):
    """The modules' sources, without the program that shows their use."""
    return [path for path in sorted(folder.glob('*.c')) if path.name != 'example.c']


def try_compiler(compiler, flags, sources, folder, expected, more):
    if shutil.which(compiler) is None:
        return None
    program = folder / 'driver'
    define = ['-DWITH_MORE'] if more else []
    result = run([compiler, *flags, *C_FLAGS, *define, '-I', folder, '-I', folder / 'out/c', '-o', program, *sources])
    if result.returncode != 0:
        commented(result.stderr)
        return False
    return compare(expected, must([program]).splitlines())


def check_json(folder, dump):
    """JSON is valid and says the same numbers and texts."""
    good = True
    for module in dump['modules']:
        found = json.loads((folder / 'out/json' / (module['module'] + '.json')).read_text(encoding='utf-8'))
        for code in found['codes']:
            truth = module.get('codes', {})[code['name']]
            for key, value in truth.items():
                if key in ('rank', 'has_message', 'is_negative', 'is_lowest', 'is_highest', 'has_more', 'is_beyond_int64'):
                    continue
                shown = code.get(key)
                if key == 'variants':
                    value = [{'if': item['if'], 'code': item['code']} for item in value]
                if key == 'code' and module['type'] in ('int64', 'uint64'):
                    value = str(value)
                if shown != value:
                    print(f"# json: {module['module']}.{code['name']}.{key}: expected {value!r}, found {shown!r}")
                    good = False
        good = good and len(found['codes']) == len(module.get('codes', {}))
    return good


def check_new_language(folder, dump):
    """A language in a folder of its own, of which the program knows nothing: its programs are run."""
    good = True
    for module in dump['modules']:
        path = folder / 'out/tally' / (module['module'] + '.tally')
        said = [json.loads(line) for line in must([sys.executable, HERE / 'tally.py', path]).splitlines()]
        codes = sorted(module['codes'].items(), key=lambda item: item[1]['rank'])
        truth = [[str(code['code']), name, code.get('title', ''), code['message'], code.get('description', '')]
                 for name, code in codes]
        said = [[str(code), *texts] for code, *texts in said]
        for expected, found in zip(truth, said):
            if found != expected:
                commented(f"{module['module']}: expected {expected!r}, found {found!r}")
                good = False
        good = good and len(said) == len(truth)
    return good


class Results:
    """Says in TAP what was tried."""

    def __init__(self):
        self.count = 0
        self.good = True

    def add(self, what, good):
        """`good` is None for what could not be tried."""
        self.count += 1
        self.good = self.good and good is not False
        print(f'{"not ok" if good is False else "ok"} {self.count} - {what}{" # SKIP" if good is None else ""}',
              flush=True)


class Blocks(html.parser.HTMLParser):
    """The texts of a page's headings, paragraphs and cells, one each; blanks count as one."""

    def __init__(self):
        super().__init__()
        self.found = set()
        self.text = []

    def end_block(self):
        self.found.add(' '.join(''.join(self.text).split()))
        self.text = []

    def handle_starttag(self, tag, attributes):
        if tag in ('h1', 'h2', 'h3', 'p', 'li', 'td', 'th'):
            self.end_block()

    def handle_endtag(self, tag):
        if tag in ('h1', 'h2', 'h3', 'p', 'li', 'td', 'th'):
            self.end_block()

    def handle_data(self, data):
        self.text.append(data)


def blocks_of(path):
    blocks = Blocks()
    blocks.feed(must(['cmark-gfm', '--unsafe', '-e', 'table', '-e', 'strikethrough', path]))
    blocks.close()
    return blocks.found


def check_documents(folder, dump):
    """Plain text shows in a page letter by letter, whatever markdown would make of it."""
    if shutil.which('cmark-gfm') is None:
        return None
    sections, tables = (blocks_of(folder / 'out/docs' / name) for name in ('sections.md', 'tables.md'))
    good = True
    shown = {'one', 'hostile', 'plain'}
    for module in (module for module in dump['modules'] if module['module'] in shown):
        for name, code in module['codes'].items():
            title = ' '.join(code.get('title', name).split())
            message = ' '.join(code['message'].split())
            for page, text in ((sections, f"{code['code']} {title}"), (sections, message),
                               (tables, title if 'title' in code else name), (tables, message)):
                if text.strip() not in page:
                    print(f"# documents: {module['module']}.{name}: '{text}' does not show")
                    good = False
    return good


def is_refused(folder, text, flags, words):
    """A piece of C that has to be refused, with these words in the message."""
    source = folder / 'refused.c'
    source.write_text(text)
    result = run(['gcc', '-std=c99', '-fsyntax-only', *flags, '-I', folder / 'out/c', source])
    commented(result.stderr if words not in result.stderr else '')
    return result.returncode != 0 and words in result.stderr


def check_refusals(folder, results):
    deprecated = ['-Werror=deprecated-declarations']
    results.add('a deprecated code is marked',
                is_refused(folder, '#include "aged.h"\nint x = AGED_OLD;\n', deprecated, 'use AGED_NEW'))
    results.add('a deprecated code names its replacement',
                is_refused(folder, '#include "worn.h"\nint x = WORN_WORN_OUT;\n', deprecated, 'use WORN_FRESH'))
    results.add('a retired code is marked',
                is_refused(folder, '#include "aged.h"\nint x = AGED_GONE;\n', deprecated, 'no longer in use'))
    header = (folder / 'out/c/one.h').read_text().replace('FINGERPRINT 0x', 'FINGERPRINT 0x1')
    other = folder / 'other'
    other.mkdir()
    (other / 'one.h').write_text(header)
    shutil.copy(folder / 'out/c/one.c', other)
    results.add('a header of another spec is refused',
                is_refused(folder, '#include "other/one.c"\n', ['-I', folder], 'different specifications'))


# The vars of each profile, and the last function of each that the next one adds.
PROFILES = [('numbers', ['names=false'], 'one_status'), ('names', ['messages=false'], 'one_name'),
            ('messages', ['texts=false'], 'one_message'), ('texts', [], 'one_title')]


def check_profiles(errspec, spec, folder, results):
    """Each profile compiles, has its functions and no more, no relocations, and nothing writable."""
    sizes = []
    for number, (name, wanted, _) in enumerate(PROFILES):
        out = folder / f'out-{name}'
        must([errspec, 'generate', spec, '-o', out, '-t', 'c', *(f'--var={var}' for var in wanted)], cwd=folder)
        library = folder / f'{name}.so'
        # Vectors of two texts would be constants of the compiler's own, with a relocation: gcc 14 makes some.
        must(['gcc', '-std=c99', *C_ONLY, *C_FLAGS, '-O2', '-fno-tree-slp-vectorize', '-fPIC', '-shared', '-ffreestanding',
              '-nostdlib', '-Wl,-z,defs', '-o', library, *sources_in(out / 'c')])
        defined = {line.split()[-1] for line in must(['nm', '--defined-only', library]).splitlines()}
        good = all((function in defined) == (place <= number) for place, (_, _, function) in enumerate(PROFILES))
        data = [line for line in must(['nm', '--defined-only', library]).splitlines()
                if line.split()[-2] in 'bBdD' and '_DYNAMIC' not in line]
        relocations = [line for line in must(['readelf', '-rW', library]).splitlines() if ' R_' in line]
        if data or relocations:
            commented('\n'.join([*data, *relocations]))
        results.add(f'the profile of {name}', good and not data and not relocations)
        sizes.append(library.stat().st_size)
    results.add('profiles grow', sizes == sorted(sizes))


def check_single_header(errspec, spec, folder, results, expected, more):
    """Headers alone hold everything: one unit with all implementations, and a driver that sees none of them."""
    out = folder / 'single'
    must([errspec, 'generate', spec, '-o', out / 'out', '-t', 'c', '--var=single_header=true'], cwd=folder)
    names = sorted(path.name for path in (out / 'out/c').glob('*.h'))
    prefixes = {name: re.search(r'#ifdef (\w+)_IMPLEMENTATION', (out / 'out/c' / name).read_text())[1] for name in names}
    (out / 'all.c').write_text(''.join(f'#define {prefixes[name]}_IMPLEMENTATION\n#include "{name}"\n' for name in names))
    shutil.copy(folder / 'shapes.h', out)
    for compiler, flags in (('gcc', ['-std=c99', *C_ONLY]), ('clang', ['-std=c2x', *C_ONLY]), ('g++', ['-x', 'c++', '-std=c++20'])):
        results.add(f'a single header: {compiler} {" ".join(flags)}',
                    try_compiler(compiler, flags, [HERE / 'driver.c', out / 'all.c'], out, expected, more))


def check_small(errspec, spec, folder, results, expected, more):
    """The profile for small chips says the same, and has no lookup that hashes."""
    out = folder / 'small'
    must([errspec, 'generate', spec, '-o', out / 'out', '-t', 'c', '--var=small=true'], cwd=folder)
    shutil.copy(folder / 'shapes.h', out)
    sources = sources_in(out / 'out/c')
    hashing = [path.name for path in sources if re.search(r'\buint64_t \w+_load8|UINT64_C\(0x|_displacements', path.read_text())]
    commented('\n'.join(hashing))
    results.add('the small profile hashes nothing', not hashing)
    for compiler, flags in (('gcc', ['-std=c99', *C_ONLY]), ('clang', ['-std=c2x', *C_ONLY]), ('g++', ['-x', 'c++', '-std=c++20'])):
        results.add(f'the small profile: {compiler} {" ".join(flags)}',
                    try_compiler(compiler, flags, [HERE / 'driver.c', *sources], out, expected, more))


def check_own_command(folder):
    """The shell command that the manifest has for testing its outputs, in their folder."""
    manifest = (HERE.parent.parent / 'templates/c/target.yaml').read_text(encoding='utf-8')
    command = re.search(r'^verify: (.*)$', manifest, re.MULTILINE)[1]
    if shutil.which(command.split()[0]) is None:
        return None
    result = run(['sh', '-c', command], cwd=folder / 'out/c')
    commented(result.stderr)
    return result.returncode == 0


def check_literals(folder):
    """No literal is longer than C99 promises; the compilers' own warnings see to the rest."""
    for path in sorted([*(folder / 'out/c').glob('*.[ch]'), *(folder / 'out/cpp').rglob('*.hpp')]):
        text = path.read_bytes()
        if max(map(len, text.split(b'\n'))) >= 4095:
            print(f'# {path.name} has a line that is longer than C99 promises')
            return False
        if path.suffix != '.hpp' and not text.startswith(b'/* Code generated by errspec. DO NOT EDIT. */\n'):
            print(f'# {path.name} does not begin with the mark')
            return False
        if path.suffix == '.c' and any(byte >= 0x80 for line in text.split(b'\n') if b'"' in line for byte in line):
            print(f'# {path.name} has a literal that is not ASCII')
            return False
    return True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('errspec')
    parser.add_argument('--naughty', type=pathlib.Path, help='a list of naughty strings')
    arguments = parser.parse_args()
    if shutil.which('gcc') is None:
        print('1..0 # SKIP there is no gcc')
        return 0
    errspec = os.path.abspath(arguments.errspec)
    results = Results()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(HERE / 'spec', folder / 'spec')
        for path in (folder / 'spec').glob('*'):
            os.chmod(path, 0o644)
        more = arguments.naughty is not None and arguments.naughty.exists()
        if more:
            write_more(folder / 'spec', arguments.naughty)
        write_shapes(folder)
        spec = 'spec/catalogue.yaml'
        dump = json.loads(must([errspec, 'dump', spec], cwd=folder))
        must([errspec, 'generate', spec, '-o', 'out'], cwd=folder)
        must([errspec, 'generate', spec, '-o', 'out', '--templates', HERE / 'templates', '-t', 'tally'], cwd=folder)
        expected = expected_lines(dump)
        sources = [HERE / 'driver.c', *sources_in(folder / 'out/c')]
        for compiler, flags in COMPILERS:
            results.add(' '.join([compiler, *flags]),
                        try_compiler(compiler, flags, sources, folder, expected, more))
        results.add('naughty strings', True if more else None)
        results.add('json says what the spec says', check_json(folder, dump))
        results.add('a language in a folder of its own', check_new_language(folder, dump))
        results.add('plain text shows in documents', check_documents(folder, dump))
        results.add("the manifest's own command", check_own_command(folder))
        results.add('literals are short and ASCII', check_literals(folder))
        check_refusals(folder, results)
        check_profiles(errspec, spec, folder, results)
        check_single_header(errspec, spec, folder, results, expected, more)
        check_small(errspec, spec, folder, results, expected, more)
    print(f'1..{results.count}')
    return 0 if results.good else 1


if __name__ == '__main__':
    sys.exit(main())
