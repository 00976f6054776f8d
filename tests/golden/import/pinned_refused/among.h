#define CAN_OK 0
int can_open(void);
#define CAN_BENT 1
