enum net_error { NET_DOWN = 5, NET_UP = 6 };
