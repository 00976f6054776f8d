enum attr { ATTR_UNSPEC, ATTR_A, __ATTR_MAX };
#define ATTR_MAX (__ATTR_MAX - 1)
