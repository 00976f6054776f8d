enum cup_error { CUP_OK, CUP_LOST, CUP_FULL };
enum cup_level { CUP_LOW, CUP_HIGH };
