enum class pot_error { OK, COLD = 2 };
