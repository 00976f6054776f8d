#define NET_ERR_A 1
#define NET_ERR_B 2

/* Of files */
#define FS_ERR_NOENT 1
#define FS_ERR_EXIST 2

/* clang-format off */
#define FS_ERR_PERM 3
/* clang-format on */
#define VERSION_MAJOR 1
