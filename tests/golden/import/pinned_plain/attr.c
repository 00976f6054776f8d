#include "a.h"
__attribute__((const)) const char *a_strerror(enum a_err e)
{
switch (e) { case A_OK: return "ok"; case A_BAD: return "bad"; default: break; }
 return "unknown";
}
