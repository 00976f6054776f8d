#pragma once
extern "C" {
  enum lid_error { /* of the lid */
    LID_OK,
    LID_LOST = 7
  };
}
