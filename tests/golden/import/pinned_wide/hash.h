/* Beyond an int, as compilers and C23 have it. */
typedef enum hash_error {
	HASH_OK = 0,
	HASH_BAD = 0x80000000,
	HASH_FORCE = 0xffffffff
} hash_error;

/* With a sign. */
enum hash_level {
	HASH_LOW = -1,
	HASH_HIGH = 0xffffffff,
	HASH_END
};

const char *hash_strerror(hash_error code);
