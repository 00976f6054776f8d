#include "a.h"
const char *a_strerror(enum a_err e)
{
#define N_(x) x
switch (e) { case A_OK: return N_("ok"); case A_BAD: return N_("bad"); default: return "?"; }
}
