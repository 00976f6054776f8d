enum net_error { NET_DOWN = 105, NET_UP = 6 };
