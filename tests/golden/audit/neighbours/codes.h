#define STG_FULL 41001
#define STG_GONE 41012
#define STG_SLOW 41003
#define STG_UNKNOWN 41888
#define NET_DOWN 52001
#define UNRELATED 3
enum net { NET_BUSY = 52002, NET_SLOW = 41003, NET_OTHER = 52003 };
enum chance { CHANCE_A = 41004, CHANCE_B = 1, CHANCE_C = 2, CHANCE_D = 3 };
// expect 2:1 ES0772
// expect 3:1 ES0771
// expect 3:1 ES0771
// expect 3:1 ES0771
// expect 4:1 ES0770
// expect 7:48 ES0770
