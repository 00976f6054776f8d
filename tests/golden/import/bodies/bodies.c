#include "bodies.h"
const char *e0_str(enum e0 c) { switch (c) { case A0: goto a; case B0: return "b"; default: return "d"; } a: return "a"; }
const char *e1_str(enum e1 c) { const char *m; switch (c) { case A1: m = "a"; break; case B1: m = "b"; break; default: m = "no such error"; break; } return m; }
const char *e2_str(enum e2 c) { const char *m = "d"; switch (c) { case A2: m = "a"; break; case B2: m = "b"; break; } return m; }
const char *e3_str(enum e3 c) { switch (c) { case A3: return "a"; case C3: return "c"; case B3: break; default: return "no such error"; } return "success"; }
const char *e4_str(enum e4 c) { const char *m, *k; switch (c) { case A4: m = "tmp"; m = "a"; break; case B4: k = "kk"; m = "b"; break; case C4: m = "c"; case D4: m = "cd"; break; default: m = NULL; } return m; }
const char *e5_str(enum e5 c) { switch (c) { case A5: if (flag) return "flag"; case B5: return "b"; case C5: return "c"; default: return NULL; } }
const char *e6_str(enum e6 c) { switch (c) { case A6: switch (sub) { case B6: return "ab"; default: return "a"; } case B6: return "b"; case C6: return "c"; } return "x"; }
const char *e7_str(enum e7 c) { if (c == A7 && flag) return "a2"; switch (c) { case A7: return "a"; case B7: return "b"; default: return "d"; } }
const char *e8_str(enum e8 c) { if (c == A8) return "a"; else if (B8 == c) return "b"; else if (C8 == c || D8 == c) { return "cd"; } return "d"; }
const char *e9_str(enum e9 c) { switch (c) { case A9: return dgettext("dom", "a"); case B9: return pgettext("ctx", "b"); default: return fmt("x %d", c); } }
const char *e10_str(enum e10 c) { switch (c) { case A10: return "a\x7f"; case B10: return " "; case C10: return "c"; case D10: return ""; } return "x"; }
const char *e11_str(enum e11 c) { if (c < 0 || c > 5) return "Unknown error"; switch ((int)c) { case A11: return "a"; case B11: { return "b"; } } return "none"; }
const char *e12_str(enum e12 c) { switch (c) { case A12: return "a"; case B12: return "b"; case C12: default: break; } return "no such error"; }
