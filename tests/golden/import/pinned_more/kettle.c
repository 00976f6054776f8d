#include "kettle.h"

int kettle_boil(size_t cups) { return cups == 0 ? KETTLE_ERR_EMPTY : cups > 8 ? KETTLE_ERR_FULL : 0; }

const char *kettle_strerror(kettle_error err)
{
	switch ((int)err) {
	case 0: return "Success";
	case KETTLE_ERR_EMPTY: return "There is no water in the kettle";
	case KETTLE_ERR_FULL: return "The kettle is too full";
	case KETTLE_ERR_PLUG: return "The plug is out";
	case KETTLE_ERR_SWITCH: return "The switch is off";
	default: return "Unknown kettle error";
	}
}
