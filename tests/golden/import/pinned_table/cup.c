#include "cup.h"
static const char *const texts[] = {
	[CUP_OK] = "fine",
	[CUP_FULL] = "full",
	[CUP_HOT] = "too hot",
};
const char *cup_strerror(int error)
{
	if (error < 0 || error >= CUP_ERROR_COUNT)
		return "unknown";
	return texts[error];
}
