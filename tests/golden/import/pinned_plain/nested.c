#include "a.h"
const char *a_strerror(enum a_err e)
{
if (e == A_OK) { switch (e) { case A_BAD: return "bad"; default: return "ok"; } }
return "?";
}
