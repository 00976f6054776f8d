/* Written by hand. */
enum storage_error {
	STG_ERR_DISK_FULL = 41001, /* Disk is full */
	STG_ERR_NOT_FOUND = 41012,
	STG_ERR_WRITE_PROTECTED = 41003,
	STG_ERR_TAPE = 41004,
	STG_ERR_BUSY = 41020,
};
