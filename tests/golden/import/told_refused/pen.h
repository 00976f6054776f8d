enum pen_error { PEN_OK, PEN_DRY, PEN_LOST };
