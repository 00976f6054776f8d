#include "a.h"
const char *a_strerror(enum a_err e)
{
return e == A_OK ? "ok" : e == A_BAD ? "bad" : strerror(map(e));
}
