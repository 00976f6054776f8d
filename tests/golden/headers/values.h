/* How numbers are written and reckoned. */
typedef unsigned char small_type;

#define VALUE_CAST ((int)5)
#define VALUE_CAST_MINUS ((int)-5)
#define VALUE_CAST_NOT ((unsigned)~0)
#define VALUE_SMALL ((small_type)300)
#define VALUE_UNKNOWN ((unknown_type)7)
#define VALUE_UNKNOWN_MINUS ((unknown_type)-7)
#define VALUE_OPEN (1 + 2
#define VALUE_EMPTY ()
#define VALUE_TERNARY (1 ? 2 : 3)
#define VALUE_TERNARY_TYPES (1 ? -1 : 2u)
#define VALUE_TERNARY_NO (0 ? 1 : -2)
#define VALUE_TERNARY_HALF (1 ? 2)
#define VALUE_TERNARY_FAULT (x ? 1 : 2)
#define VALUE_TERNARY_YES_FAULT (1 ? x : 2)
#define VALUE_TERNARY_NO_FAULT (1 ? 2 : x)
#define VALUE_SIZE sizeof(int)
#define VALUE_SIZE_LONG sizeof(long long)
#define VALUE_SIZE_UNKNOWN sizeof(struct nobody)
#define VALUE_SIZE_BARE sizeof x
#define VALUE_SIZE_EMPTY sizeof()
#define VALUE_CALL unknown(5)
#define VALUE_NAME true_or_not
#define VALUE_REST 1 2
#define VALUE_TILDE (~(0x0f))
#define VALUE_BANG (!0 + !5)
#define VALUE_SHIFT (1 << 4 | 1u << 31)
#define VALUE_LOGIC (1 && 0 || 2 > 1)
#define VALUE_DIVIDED (7 / 2 + 7 % 4 - -7 / 2)
#define VALUE_BY_NOTHING (1 / 0)
#define VALUE_COMPARED ((1 < 2) + (2 <= 2) + (3 >= 4) + (1 == 1) + (1 != 1))
#define VALUE_BITS (0xf0 & 0x3c ^ 0x01 | 0x100)

#define VALUE_OCTAL 0777
#define VALUE_BINARY 0b101
#define VALUE_HEX 0xDEADBEEFu
#define VALUE_LL 5LL
#define VALUE_ULL 18446744073709551615ULL
#define VALUE_LLU 1llu
#define VALUE_UL 7UL
#define VALUE_LU 7lu
#define VALUE_WRONG 7lul
#define VALUE_TOO_LARGE 99999999999999999999
#define VALUE_TOO_LARGE_HEX 0x1ffffffffffffffff
#define VALUE_FLOAT 1.5
#define VALUE_EXPONENT 1e5
#define VALUE_HEX_FLOAT 0x1p3
#define VALUE_HEX_E 0x1e5
#define VALUE_BAD_OCTAL 089
#define VALUE_BAD_BINARY 0b2
#define VALUE_NO_HEX 0x
#define VALUE_LONGEST 9223372036854775807
#define VALUE_LEAST (-9223372036854775807 - 1)
#define VALUE_INT_LEAST (-2147483647 - 1)
#define VALUE_BEYOND (-9223372036854775808)

#define VALUE_LETTER 'A'
#define VALUE_ESCAPES ('\n' + '\\' + '\'' + '\0')
#define VALUE_HEX_LETTER '\x41'
#define VALUE_HEX_LETTER_HIGH '\xff'
#define VALUE_OCTAL_LETTER '\101'
#define VALUE_OCTAL_LETTER_HIGH '\377'
#define VALUE_FOUR 'ABCD'
#define VALUE_FIVE 'ABCDE'
#define VALUE_TWO_ESCAPED 'A\x41'
#define VALUE_NONE_LETTER ''
#define VALUE_OPEN_LETTER 'a
#define VALUE_WIDE L'a'
#define VALUE_BAD_ESCAPE '\q'
#define VALUE_END_ESCAPE '\'

#define VALUE_SUM(a, b) ((a) + (b))
#define VALUE_REST_OF(first, ...) VALUE_SUM(first, __VA_ARGS__)
#define VALUE_NAMED_REST(first, rest...) first
#define VALUE_GLUED(a, b) a##b
#define VALUE_TEXT(a) #a
#define VALUE_NOTHING()
#define VALUE_SELF VALUE_SELF
#define VALUE_TURN_A VALUE_TURN_B
#define VALUE_TURN_B VALUE_TURN_A
#define VALUE_CALLED VALUE_SUM(1, 2)
#define VALUE_CALLED_NESTED VALUE_SUM(VALUE_SUM(1, 2), (3 + 4))
#define VALUE_CALLED_REST VALUE_REST_OF(1, 2)
#define VALUE_CALLED_FEW VALUE_SUM(1)
#define VALUE_CALLED_NONE VALUE_SUM
#define VALUE_CALLED_OPEN VALUE_SUM(1, 2
#define VALUE_CALLED_NAMED VALUE_NAMED_REST(7, 8, 9)
#define VALUE_GLUED_NUMBER VALUE_GLUED(1, 2)
#define VALUE_GLUED_NAME VALUE_GLUED(VALUE_, CALLED)
#define VALUE_GLUED_FIRST VALUE_GLUED(, 2)
#define VALUE_GLUED_LAST VALUE_GLUED(3, )
#define VALUE_AS_TEXT VALUE_TEXT(5)
#define VALUE_AS_NOTHING VALUE_NOTHING() 5
