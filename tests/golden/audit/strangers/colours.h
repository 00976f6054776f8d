enum colour { RED = 41001, GREEN, BLUE };
