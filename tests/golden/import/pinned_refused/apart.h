enum urn_error { URN_OK, URN_FULL };
int urn_open(void);
#define URN_FILLED URN_FULL
