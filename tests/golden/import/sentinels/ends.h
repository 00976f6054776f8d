/* What ends an enum is no code where its name and its value say so. */
enum ink_error {
	INK_OK = 0, /* fine */
	INK_DRY = 1, /* the ink is dry */
	INK_LOW, /* the ink is low */
	INK_ERROR_MAX /* how many there are */
};

/* The last one, and one behind it. */
typedef enum { LID_ERR_OPEN, LID_ERR_LOST, LID_LAST = LID_ERR_LOST, LID_ERROR_COUNT } lid_t;

enum pen_status { PEN_DRY, PEN_LOST, NUM_PEN_STATUS };

/* A code: its name does not say that it is one of all. */
enum jam_error { JAM_ERR_STUCK, JAM_ERR_TORN, JAM_ERR_BAD_COUNT };

/* Codes: their values do not say it. */
enum tray_error {
	TRAY_JAM = -3,
	TRAY_OPEN = -2,
	TRAY_COUNT = 2
};
enum cap_error { CAP_LAST = 0, CAP_LOST = 0, CAP_BENT = 1 };
