enum red { RED_OK = 0, RED_WIRE = 1, RED_TIME = 2 };
