#if defined(FIR_NEW)
#define FIR_CUT 5
#else
#define FIR_CUT 2
#endif
#define FIR_RED 3
#define FIR_BIG 8
#define FIR_WET 10
#define FIR_DRY 14
#ifdef FIR_FAR
#define FIR_OWN 21
#else
#define FIR_OWN 20
#endif
#define FIR_TOP 30
