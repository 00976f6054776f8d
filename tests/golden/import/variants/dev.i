# 1 "dev.h"
# 1 "dev_numbers.h" 1
# 2 "dev.h" 2
enum dev_error {
 DEV_OK = 0,
 DEV_AGAIN = -11,
 DEV_BIG = (-7),
 DEV_LAST = ((-7)+11) - 1,
 DEV_SHIFTED = (7) << 1
};
