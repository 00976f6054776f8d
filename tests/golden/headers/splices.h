/* Marks that are broken over lines: a compiler joins the lines before it looks at them. */

#define SPLICE_ONE 1 /\
* no value: *\
/
#define SPLICE_TWO /\
* = 9 *\
\
/ 2
/\
* A comment that hides
#define SPLICE_HIDDEN 3
*\
/
/\
/ another one \
#define SPLICE_HIDDEN_TOO 3
#\
define SPLICE_FOUR 4 /*
#define SPLICE_HIDDEN_AS_WELL 3
*\
/
#define SPLICE_FUNCTION\
(x) ((x) <\
< 1)
#define SPLICE_HEX 0\
x1\
F
#define SPLICE_SHIFT (1 <\
<\
 3)

enum splice {
	SPLICE_A = 0 /\
/ + 1
	,
	SPLICE_B = SPLICE_FUNCTION(3), /\
* SPLICE_C = 7, *\
/ SPLICE_D,
	SPLICE_E = '\\
n',
	SPLICE_F = 5 >\
= 3 &\
& 1
};
