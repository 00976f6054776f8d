/* A guard that is made of its name would be H_H. */
enum { H_H = 1, H_B = 2 };
