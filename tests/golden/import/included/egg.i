# 1 "egg.h"
# 1 "base.h" 1
enum shell { SHELL_OK };
# 2 "egg.h" 2
enum egg_error {
 EGG_OK = 0,
# 1 "more.def" 1
 EGG_RAW = 4,
 EGG_OLD = 5,
# 5 "egg.h" 2
 EGG_LAST = 9,
# 1 "again.def" 1
 EGG_NEW = 10
# 7 "egg.h" 2
};
