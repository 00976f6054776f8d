enum __attribute__((packed)) pan_error { PAN_OK, PAN_COLD };
