#include "a.h"
const char *a_strerror(enum a_err e)
{
switch (e) { case A_OK: return "ok"; case 3 ... 5: return "many"; case A_BAD: return "bad"; default: return "?"; }
}
