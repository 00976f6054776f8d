#include "a.h"
const char *a_strerror(enum a_err e)
{
switch (e) { case A_OK: note(e); return "ok"; case A_BAD: return "bad"; default: return "?"; }
}
