const char *e_strerror(int err)
{
	if (!err)
		return "fine";
	switch (err) {
	case E_IO: return "I/O";
	case E_MEM: return "memory";
	default: return "other";
	}
}
