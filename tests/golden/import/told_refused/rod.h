enum rod_error { ROD_OK, ROD_BENT };
