#include "a.h"
const char *a_strerror(enum a_err e)
{
const char *a = "?", *b = f();
switch (e) { case A_OK: a = "ok"; break; case A_BAD: a = "bad"; break; }
return a;
}
