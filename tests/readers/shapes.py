"""Shapes of YAML: spellings of scalars in each place of a module where a text may stand, and shapes of whole files.

What stands in a place is written as it is, but for a line that goes on: `|` at the start of one stands for the
indentation that it needs there.
"""

# Where a text stands, and how deep the lines of it that follow are indented at least.
PLACES = {
    "title of a module": ("module: m\ntitle: §\ncodes: {}\n", 1),
    "last of a file, without an end of its line": ("module: m\ncodes: {}\ntitle: §", 1),
    "title of a code": ("module: m\ncodes:\n  A:\n    title: §\n    code: 1\n", 5),
    "item of a list": ("module: m\ncodes:\n  A:\n    code: 1\n    title: T\n    causes:\n      - §\n      - two\n", 7),
    "item of a list at its key": ("module: m\ncodes:\n  A:\n    code: 1\n    title: T\n    causes:\n    - §\n    - two\n", 5),
    "in a map in braces": ("module: m\ncodes:\n  A: {code: 1, title: §, status: active}\n", 3),
    "last in a map in braces": ("module: m\ncodes:\n  A: {code: 1, title: §}\n", 3),
    "in a list in brackets": ("module: m\ncodes:\n  A: {code: 1, title: T, causes: [§, two]}\n", 3),
    "under a free key": ("module: m\nmetadata:\n  key: §\ncodes: {}\n", 3),
    "a free key": ("module: m\nmetadata:\n  §: value\ncodes: {}\n", 3),
}

SCALARS = r"""
word
two words
a sentence, with a comma.
it's
say "so"
C#
C# sharp
see #5
see # 5
#5
a:b
a: b
a :b
:a
: a
-a
- a
?a
? a
!a
&a
*a
@a
%a
`a
|
>
a|b
a>b
~
~a
<<
<<a
=
==
.
..
...
... a
---
--- a
null
Null
NULL
nULL
true
True
TRUE
tRUE
yes
Yes
y
n
N
no
on
Off
0
00
007
08
0o7
0x1f
0X1F
0b11
1
-1
+1
1_000
1,000
1,000.5
1,5
,1
1.
.5
1.5
-.5
1e3
1e+3
1E3
1.e3
0.1e-3
.e3
12:30
1:2:3
12:30:45.5
.inf
.Inf
-.INF
.nan
inf
NaN
0x
0xg
1.2.3
1-2
2001-01-01
2001-1-1
2001-01-01T10:00:00Z
2001-01-01 10:00:00
2001-01
12-12-2001
:symbol
:"symbol"
a[b]
a]b
a{b}
a}b
[a]
{a: b}
[]
{}
a,b
a, b
'single'
'it''s'
'a'b
'a' b
'a'# c
'a' # c
'a'#
'a #b'
"double"
"C"# sharp
"C" # sharp
"C"#
"a"b
"a" b
"a#b"
"a # b"
"\t"
"a\tb"
"\"q\""
"\\"
"\/"
"a\/b"
"\x41"
"\u00e9"
"\U0001F600"
"\uD83D\uDE00"
"\e"
"\a"
"\N"
"\_"
"\L"
"\ "
"a\ b"
"\'"
"\q"
" lead"
"trail "
" lead and trail "
' '
''
""
"NO"
"1.0"
"12:30"
"<<"
"é"
é
日本語
中文，标点
😀
a é b
e.g.
50%
$5
(a)
a / b
\
a\b
a\
<b>
a<b
x = y
é # c
"é"# c
a..b
a - b
a -b
a? b
a?
a!
a ?b
a&b
a*b
https://example.org/#top
https://example.org/ #top
C:\path
key:
key :
'a': b
"a": b
>-
|-
|+
>+
|1
|2-
# c
!!str a
!str a
&x a
""" .strip("\n").split("\n")

# Of more than one line, or with tabs, or with line ends that no list of lines can hold.
LONG = [
    '"a\n|b"', '"a\nb"', '"a\n|\n|b"', '"a\n\n|b"', '"a \n| b"', '"a\\\n|b"', '"a \\\n| \\ b"', "'a\n|b'", "'a\nb'", "'a\n\n\n|b'",
    "'a\n|b\n|c'", '"a\n|# b"', "'a\n|# b'", "a\n|b", "a\nb", "a\n\n|b", "a\n|b\n|c", "a\n|# c\n|b", "a # c\n|b", "a\n|b # c", "a\n|b: c", "a\n|- b",
    "a\n|'b'", '"a"\n|b', "\n|a", "\n|'a'", '\n|"a"', "\n|a\n|b", "# c\n|a", " # c\n|'a'", "\na", '\n"a"',
    '"a\n| b"', '"a\n|\tb"', '"\n|a"', '"a\n|"', '"\n|\n|"', "'\n|a'", "'a\n|'",
    "\ta", "a\tb", "a\t", "a \t", "\t'a'", "'a\tb'", "'a'\t", '"a\tb"', '"a"\t', "a\t# c", "'a'\t# c", "a #\tc", '"\ta"', "'a\t'", "a\n|\tb", "'a\n|\tb'", "a \tb", "\t|\n|a",
    "a\r", "a\rb", "'a\r|b'", '"a\r\n|b"', "a\r\n|b", "'a' # c\r", '"a\\rb"', "a # b\rc",
    "|\n|a", "|\n|a\n|b", "|\n|a\n\n|b", "|\n|a\n| b\n|c", "|-\n|a", "|+\n|a\n", "|+\n|a\n\n", "|1\n|a", "|1\n| a", "|2\n| a", "|-1\n| a", "|1-\n| a", "|9\n|a", "|0\n|a",
    "|\n\n|a", "|\n| \n|a", "|\n|  \n|a", "| # c\n|a", "|# c\n|a", "|\t# c\n|a", "|\t\n|a", "| a\n|b", "|\n|a # b", "|\n|# a", "|\n|a: b", "|\n|- a",
    "|\n|a\tb", "|\n|\ta", "|\n|a\n|\tb", "|\n|a\n|\t", "|\n|a ", "|\n|a\n| ", "|\n|a\n\n# c", "|\n|a\n# c\n\n", "|\n", "|\na", "|\n|'a'", '|\n|"a', "|\n|a\r\n|b",
    ">\n|a", ">\n|a\n|b", ">\n|a\n\n|b", ">\n|a\n\n\n|b", ">\n|a\n| b\n|c", ">\n|a\n| b\n\n| c\n|d", ">\n|a\n\n| b\n\n|c", ">\n\n|a\n|b", ">-\n|a\n|b", ">+\n|a\n|b\n\n",
    ">\n| a\n|b", ">1\n| a\n|b", ">\n|a\n|\tb\n|c", ">\n|a \n|b", ">\n|a\n| \n|b", ">\n|* a\n|* b", ">\n|a\n\n\n| b\n|c", ">\n| \n|a", ">\n|a\n|# b", ">\n|a\n| b\n", ">#c\n|a",
    "[a\n|, b]", "{a: b,\n|c: d}", "[a,\nb]", "{a: b,\nc: d}", "[a, b\n]", "[a,\n|# c\n|b]", "[a,\n# c\n|b]", "[a#, b]", "[a]#c", "[a] #c", "[a,#c\n|b]", "[a, #c\n|b]",
    "\u0085", "a\u00a0b", "\u00a0a", "a\u3000b", "a\u2028b", "a\ufeffb", "\ufeffa", "a\u200bb", "\u00e9\n|\u00e9", '"\u00e9\n\u00e9"', "\x7f", "a\x00b", "\ud83d",
]

FILES = [
    "---\n§", "--- # c\n§", "---\t\n§", "--- \n§", "--- §", "---\n---\n§", "%YAML 1.1\n---\n§", "%YAML 1.2\n---\n§", "%YAML 1.2\n§", "%YAML 1.3\n---\n§", "%YAML 2.0\n---\n§", "%TAG ! a\n---\n§",
    "%FOO bar\n---\n§", "%YAML 1.2 # c\n---\n§", "%YAML 1.2\n%YAML 1.2\n---\n§", "# c\n%YAML 1.2\n---\n§", "§...\n", "§...", "§...\n...\n", "§...\n# c\n", "§... # c\n", "§...\n\n", "§...\n---\n", "§...\n§", "§---\n", "§---\n§",
    "§--- # c\n", "...\n§", "...\n---\n§", "§... a\n", "§...\t\n", "§...#c\n", "---#c\n§", "§\t\n", "§\t# c\n", "§ # c\n", "§  \n", "\t\n§", " \n§", "\n\n§", "# c\n§", " # c\n§", "\t# c\n§", "#\tc\n§", "\ufeff§", "\ufeff---\n§", "\ufeff# c\n§",
    "§\ufeff", "§# c", "§\n\n", "§\0", "\r\n§", "\r§", "§\r", "§...\r\n", "§...\r\n...\r\n", "§---\n...\n", "§...\n%YAML 1.2\n", "!!map\n§", "--- !!map\n§", "&a\n§", "--- |\n§", "--- >\n§", "- §", "? §", " §",
]

BODIES = [
    "module: m\ncodes: {}\n", "module: m\ncodes:\n  A: {code: 1, title: T}\n", "module: m\r\ncodes: {}\r\n", "{module: m, codes: {}}\n", "{\n  module: m,\n  codes: {}\n}\n",
]

WHOLE = [
    # Keys.
    "module: m\n'title': T\ncodes: {}\n", 'module: m\n"title": T\ncodes: {}\n', "module: m\ntitle : T\ncodes: {}\n", "module: m\n? title\n: T\ncodes: {}\n", "module: m\n? title\n: T\n? codes\n: {}\n",
    "module: m\n?\ttitle\n:\tT\ncodes: {}\n", "module: m\n? |\n  title\n: T\ncodes: {}\n", 'module: m\n"title":T\ncodes: {}\n', "module: m\n'title' : T\ncodes: {}\n", "module: m\ntitle:\tT\ncodes: {}\n", "module:\tm\ncodes: {}\n",
    'module: m\n"ti\\\n  tle": T\ncodes: {}\n', "module: m\nmetadata: {a b: c}\ncodes: {}\n", "module: m\nmetadata: {a\n  b: c}\ncodes: {}\n", 'module: m\nmetadata: {"a\n  b": c}\ncodes: {}\n', "module: m\nmetadata:\n  a b: c\ncodes: {}\n",
    "module: m\nmetadata: {'a':b}\ncodes: {}\n", 'module: m\nmetadata: {"a":b}\ncodes: {}\n', 'module: m\nmetadata: {"a" :b}\ncodes: {}\n', "module: m\nmetadata: {a:b}\ncodes: {}\n", "module: m\nmetadata: {a:}\ncodes: {}\n", "module: m\nmetadata: {a}\ncodes: {}\n",
    "module: m\nmetadata: {a: , b: c}\ncodes: {}\n", "module: m\nmetadata: {a: b,}\ncodes: {}\n", "module: m\nmetadata: {a: b,,}\ncodes: {}\n", "module: m\nmetadata: {, a: b}\ncodes: {}\n", "module: m\nmetadata: {? a : b}\ncodes: {}\n", "module: m\nmetadata: {a ? : b}\ncodes: {}\n",
    "module: m\nmetadata: {?a: b}\ncodes: {}\n", "module: m\nmetadata: {a: b:c}\ncodes: {}\n", "module: m\nmetadata: {a: b?c}\ncodes: {}\n", "module: m\nmetadata: {a: 'b'c}\ncodes: {}\n", "module: m\nmetadata: {a: -b}\ncodes: {}\n", "module: m\nmetadata: {a: - b}\ncodes: {}\n",
    "module: m\nmetadata: {a: ?b}\ncodes: {}\n", "module: m\nmetadata: {a: :b}\ncodes: {}\n", "module: m\nmetadata: {a: b #c\n  }\ncodes: {}\n", "module: m\nmetadata: {a: 'b'#c\n  }\ncodes: {}\n", "module: m\nmetadata: {a: b}#c\ncodes: {}\n", "module: m\nmetadata: {a: b} #c\ncodes: {}\n",
    "module: m\nmetadata: {#c\n  a: b}\ncodes: {}\n", "module: m\nmetadata: { #c\n  a: b}\ncodes: {}\n", "module: m\nmetadata: {a: b,#c\n  d: e}\ncodes: {}\n", "module: m\nmetadata: #c\n  a: b\ncodes: {}\n", "module: m\nmetadata:#c\n  a: b\ncodes: {}\n", "module: m\nmetadata: {a: b\n}\ncodes: {}\n",
    "module: m\nmetadata: {\n  a: b\n}\ncodes: {}\n", "module: m\nmetadata: {\n  a: b\n  }\ncodes: {}\n", "module: m\nmetadata: {\na: b\n  }\ncodes: {}\n", "module: m\nmetadata:\n{a: b}\ncodes: {}\n", "module: m\nmetadata:\n  {a: b}\ncodes: {}\n", "module: m\nmetadata: {\n\ta: b}\ncodes: {}\n",
    "module: m\nmetadata: {a: b,\n\n  c: d}\ncodes: {}\n", "module: m\nmetadata: {a:\n  b}\ncodes: {}\n", "module: m\nmetadata: {a\n  : b}\ncodes: {}\n", 'module: m\nmetadata: {"a"\n  : b}\ncodes: {}\n', "module: m\nmetadata: {a: [}\ncodes: {}\n", "module: m\nmetadata: {a: b\ncodes: {}\n",
    # Indentation and lists.
    "module: m\n title: T\ncodes: {}\n", " module: m\n codes: {}\n", "  module: m\n  codes: {}\n", "module: m\ncodes:\n A: {code: 1, title: T}\n", "module: m\ncodes:\n A: {code: 1, title: T}\n B: {code: 2, title: T}\n", "module: m\ncodes:\n  A: {code: 1, title: T}\n B: {code: 2, title: T}\n",
    "module: m\ncodes:\n A: {code: 1, title: T}\n  B: {code: 2, title: T}\n", "module: m\ncodes:\n\tA: {code: 1, title: T}\n", "module: m\ncodes:\n  A:\n  code: 1\n", "module: m\ncodes:\n  A:\n   code: 1\n   title: T\n", "module: m\ncodes:\nA: {code: 1, title: T}\n", "module: m\ncodes:\n\n\n  A: {code: 1, title: T}\n",
    "module: m\nranges: [1, 2-3]\ncodes: {}\n", "module: m\nranges:\n- 1\n- 2-3\ncodes: {}\n", "module: m\nranges:\n  - 1\n  - 2-3\ncodes: {}\n", "module: m\nranges:\n  - 1\n - 2-3\ncodes: {}\n", "module: m\nranges:\n -  1\n -  2-3\ncodes: {}\n", "module: m\nranges:\n-\n  1\ncodes: {}\n",
    "module: m\nranges:\n-\t1\ncodes: {}\n", "module: m\nranges:\n- # c\n  1\ncodes: {}\n", "module: m\nranges: [1,2]\ncodes: {}\n", "module: m\nranges: [ 1 , 2 ]\ncodes: {}\n", "module: m\nranges: [1, 2,]\ncodes: {}\n", "module: m\nranges: [1,, 2]\ncodes: {}\n", "module: m\nranges: [,1]\ncodes: {}\n",
    "module: m\nranges: [\n1]\ncodes: {}\n", "module: m\nranges: [1\n]\ncodes: {}\n", "module: m\nranges: [\n  1,\n  2\n  ]\ncodes: {}\n", "module: m\nranges:\n  [1, 2]\ncodes: {}\n", "module: m\nranges: - 1\ncodes: {}\n", "module: m\nranges: [- 1]\ncodes: {}\n", "module: m\nranges: [-1]\ncodes: {}\n", "module: m\nranges: [[1]]\ncodes: {}\n",
    "module: m\nranges: [1 #c\n  ]\ncodes: {}\n", "module: m\nranges: [1, #c\n  2]\ncodes: {}\n", "module: m\nranges: [1,#c\n  2]\ncodes: {}\n", "module: m\nranges: [1]#c\ncodes: {}\n", "module: m\nranges: [1] #c\ncodes: {}\n", "module: m\nranges: [#c\n  1]\ncodes: {}\n",
    "module: m\ncodes:\n  A:\n    code: 1\n    title: T\n    links:\n    - title: L\n      url: u\n", "module: m\ncodes:\n  A:\n    code: 1\n    title: T\n    links:\n    -   title: L\n        url: u\n", "module: m\ncodes:\n  A:\n    code: 1\n    title: T\n    links:\n    - {title: L,\n    url: u}\n",
    "module: m\ncodes:\n  A:\n    code: 1\n    title: T\n    links: [title: L]\n", "module: m\ncodes:\n  A:\n    code: 1\n    title: T\n    links:\n    -\ttitle: L\n    \turl: u\n", "module: m\ncodes:\n  A:\n    code: 1\n    title: T\n    links:\n    -\n      title: L\n      url: u\n",
    "module: m\ncodes:\n  A:\n    code: 1\n    title: T\n    links:\n    - title: L\n     url: u\n", "module: m\ncodes:\n  A:\n    code: 1\n    title: T\n    links:\n    - ? title\n      : L\n      ? url\n      : u\n",
    # Numbers and words, which comments may follow.
    "module: m # c\ncodes: {}\n", "module: m\ntype: int32 # c\ncodes: {}\n", "module: m\nbase: 5 # c\ncodes: {}\n", "module: m\nbase: 0x1F\ncodes: {}\n", "module: m\nbase: 0o17\ncodes: {}\n", "module: m\nbase: 017\ncodes: {}\n", "module: m\nbase: +5\ncodes: {}\n", "module: m\nbase: -5\ncodes: {}\n",
    "module: m\nbase: 1_000\ncodes: {}\n", "module: m\nbase: 1,000\ncodes: {}\n", "module: m\nbase: 0\ncodes: {}\n", "module: m\nbase: -0\ncodes: {}\n", "module: m\nbase: 00\ncodes: {}\n", "module: m\nbase: 5.0\ncodes: {}\n", "module: m\nbase: 0X1F\ncodes: {}\n", "module: m\nbase: '5'\ncodes: {}\n", "module: m\nbase: 1:30\ncodes: {}\n",
    "module: m\nbase: 09\ncodes: {}\n", "module: m\nbase: 0b11\ncodes: {}\n", "module: m\nbase: -0x1F\ncodes: {}\n", "module: m\nbase: 9007199254740991\ncodes: {}\n", "module: m\nranges: [1:2]\ncodes: {}\n", "module: m\nranges: [1-2] # c\ncodes: {} # c\n", "module: m\ncodes:\n  A: {code: 1, title: T, retry: yes}\n",
    "module: m\ncodes:\n  A: {code: 1, title: T, retry: true} # c\n", "module: m\ncodes:\n  A: {code: 1, title: T, retry: True}\n", "module: m\ncodes:\n  A: {code: 1, title: T, status: active #c\n    }\n", "module: m\ncodes:\n  A: {code: 0x1F, title: T}\n", "module: m\ncodes:\n  A: # c\n    code: 1 # c\n    title: T\n", "module: m\ncodes:\n  y: {code: 1, title: T}\n",
    "module: m\ncodes:\n  No: {code: 1, title: T}\n", "module: m\ncodes:\n  null: {code: 1, title: T}\n", "module: y\ncodes: {}\n", "module: on\ncodes: {}\n", "module: m\ntype: string\ncodes:\n  A: {code: 0.1, title: T}\n", "module: m\ntype: string\ncodes:\n  A: {code: a-1, title: T}\n", "module: m\ntype: string\ncodes:\n  A: {code: '001', title: T}\n",
    "module: m\ntype: string\ncodes:\n  A: {code: 1-2, title: T}\n", "module: m\ntype: string\ncodes:\n  A: {code: :a, title: T}\n", "module: m\ntype: string\ncodes:\n  A: {code: 1.2.3, title: T}\n", "module: m\ntype: string\ncodes:\n  A: {code: a:1, title: T}\n", "module: m\ntype: string\ncodes:\n  A: {code: 0777, title: T}\n",
    "module: m\ncodes: {}\nmodule: n\n", "module: m\n<<: {title: T}\ncodes: {}\n", "module: m\ncodes: {A: {code: 1, title: T}, A: {code: 2, title: U}}\n", "module: m\nmetadata: {'1': a}\ncodes: {}\n", "module: m\nmetadata: {1: a}\ncodes: {}\n", "module: m\nmetadata: {=: a}\ncodes: {}\n", "module: m\nmetadata: {'<<': a}\ncodes: {}\n",
    "module: m\nmetadata: {__proto__: a}\ncodes: {}\n", "module: m\nmetadata: {constructor: a}\ncodes: {}\n", "module: m\nmetadata:\n  k" + "k" * 1100 + ": a\ncodes: {}\n", "module: m\nmetadata: {k" + "k" * 1100 + ": a}\ncodes: {}\n", "module: m\ncodes:\n", "module: m\ncodes: null\n", "", "# c\n", "module\n", "[module]\n",
]


def spelled(scalar, depth):
    return scalar.replace("\n|", "\n" + " " * depth).replace("\r|", "\r" + " " * depth)


def shapes():
    """Each shape with its name: what is spelt where."""
    for place, (text, depth) in PLACES.items():
        for scalar in SCALARS + LONG:
            yield f"{scalar!r}, {place}", text.replace("§", spelled(scalar, depth))
    for frame in FILES:
        for body in BODIES:
            yield f"{body!r} in {frame!r}", frame.replace("§", body)
    for text in WHOLE:
        yield repr(text if len(text) < 200 else text[:60]), text
