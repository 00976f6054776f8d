#include "a.h"
const char *a_strerror(enum a_err e)
{
switch (e) { case A_OK: return _("ok"); case A_BAD: return _("bad"); default: return _("?"); }
}
