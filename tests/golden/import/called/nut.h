enum nut { _NUT_BAD = 1, $NUT_ODD = 2, NUT_OK = 0, __NUT__X = 5, _NUT_ODD = 6 };
