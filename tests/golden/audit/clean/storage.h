/* Written by hand. */
#ifndef STORAGE_H
#define STORAGE_H

#define STG_BASE 41000

enum storage_error {
	STG_ERR_DISK_FULL = STG_BASE + 1, /* Disk full */
	STG_ERR_NOT_FOUND, /* There is no such file. */
	STG_ERR_READ_ONLY = 0xA02B,
	STG_ERR_MISSING = STG_ERR_NOT_FOUND,
	STG_ERR_FLOPPY = 41005,
};

enum colour { RED, GREEN, BLUE };

#endif
