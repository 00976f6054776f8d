#include "a.h"
const char *a_strerror(enum a_err e)
{
if (e == A_OK) { return "ok"; } { return "bad"; }
}
