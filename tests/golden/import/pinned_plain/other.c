#include "a.h"
const char *a_strerror(enum a_err e)
{
if (last == A_OK) return "ok";
if (e == A_BAD) return "bad";
return "?";
}
