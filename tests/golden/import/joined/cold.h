#define MUG_ERR_COLD 1
#define MUG_ERR_HOT 2
