/* Each function has the constants of its own. */
enum e0 { A0 = 1, B0, C0, D0 }; const char *e0_str(enum e0 c);
enum e1 { A1 = 101, B1, C1, D1 }; const char *e1_str(enum e1 c);
enum e2 { A2 = 201, B2, C2, D2 }; const char *e2_str(enum e2 c);
enum e3 { A3 = 301, B3, C3, D3 }; const char *e3_str(enum e3 c);
enum e4 { A4 = 401, B4, C4, D4 }; const char *e4_str(enum e4 c);
enum e5 { A5 = 501, B5, C5, D5 }; const char *e5_str(enum e5 c);
enum e6 { A6 = 601, B6, C6, D6 }; const char *e6_str(enum e6 c);
enum e7 { A7 = 701, B7, C7, D7 }; const char *e7_str(enum e7 c);
enum e8 { A8 = 801, B8, C8, D8 }; const char *e8_str(enum e8 c);
enum e9 { A9 = 901, B9, C9, D9 }; const char *e9_str(enum e9 c);
enum e10 { A10 = 1001, B10, C10, D10 }; const char *e10_str(enum e10 c);
enum e11 { A11 = 1101, B11, C11, D11 }; const char *e11_str(enum e11 c);
enum e12 { A12 = 1201, B12, C12, D12 }; const char *e12_str(enum e12 c);
enum included { I_A,
#include "more.inc"
I_B, I_C = 9 };
