#include "a.h"
const char *a_strerror(enum a_err e)
{
static const char *m = "?";
switch (e) { case A_OK: m = "ok"; break; case A_BAD: m = "bad"; break; }
return m;
}
