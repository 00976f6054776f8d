#include "a.h"
const char *a_strerror(enum a_err e)
{
switch (last) { case A_OK: return "ok"; case A_BAD: return "bad"; default: return "?"; }
}
