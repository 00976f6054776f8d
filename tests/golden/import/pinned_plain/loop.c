#include "a.h"
const char *a_strerror(enum a_err e)
{
while (busy) ;
switch (e) { case A_OK: return "ok"; case A_BAD: return "bad"; default: return "?"; }
}
