#include "a.h"
const char *a_strerror(enum a_err e)
{
switch (e) { case A_OK: return NULL; case A_BAD: return "bad"; default: return "?"; }
}
