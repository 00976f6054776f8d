#include "a.h"
const char *a_strerror(enum a_err e)
{
switch (e) { case A_OK: last = "ok"; break; case A_BAD: last = "bad"; break; default: last = "?"; }
return last;
}
