int wet = PUMP_E_WET, dry = PUMP_ERR_DRY, old = PUMP_ERR_OLD, new = PUMP_ERR_, call = PUMP_ERR_MAKE(1);
int hex = 0x426F, upper = 0X4270, tail = 17011u, long_tail = 17012ULL, other = 17013xyz, long_one = 17014ulllu;
int less = x-17071, deep = -17073, deeper = - 17074, back(void) { return -17075; } const char *text = "PM17071 PM17076";
int point = 7.5 + 17077.25 + a.17078, round = 10000, far = 71000, parted = 17'079, again = 17'079;
/* PM17070 and \PM17077 are said in a remark, 17080 is not looked at */
int end = 17081