enum jar_error {
#ifdef _WIN32
	JAR_LOST = 10,
#else
	JAR_LOST = 20,
#endif
	JAR_OPEN = 11,
	JAR_FULL
};
#if JAR_A
#define JAR_TOP (-1)
#elif defined(JAR_B)
#define JAR_TOP (-2)
#else
#define JAR_TOP (-3)
#endif
#ifdef JAR_OLD
#define JAR_WIDE 7
#else
#define JAR_WIDE 8
#endif
#ifdef JAR_NEW
#define JAR_FLAT 30
#define JAR_ROUND 40
#else
#define JAR_FLAT 31
#define JAR_ROUND 41
#endif
