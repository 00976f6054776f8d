const char *cup_text(int e)
{
	switch (e) {
	case CUP_OK: return "The cup is fine";
	case CUP_LOST: return "The cup is lost";
	}
	return "The cup is odd";
}
