enum { KEG_OK, KEG_FULL };
int keg_open(void);
enum { KEG_LOST = 5, KEG_OPEN };
