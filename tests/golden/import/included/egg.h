#include "base.h"
enum egg_error {
	EGG_OK = 0,
#include "more.def"
	EGG_LAST = 9,
#include "again.def"
};
