int x = STG_ERR_FOO;
