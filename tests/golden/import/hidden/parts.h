enum signal { SIGNAL_RED, SIGNAL_GREEN };
enum lamp { LAMP_OFF, LAMP_ON };
