enum braced { BRACED_OK, BRACED_DRY };
enum set { SET_OK, SET_DRY, SET_COLD };
enum early { EARLY_OK, EARLY_DRY };
enum chosen { CHOSEN_OK, CHOSEN_DRY };
enum chain { CHAIN_OK, CHAIN_DRY };
enum deep { DEEP_OK, DEEP_DRY };
enum mark { MARK_OK, MARK_DRY };
enum doubt { DOUBT_OK, DOUBT_DRY, DOUBT_COLD };
enum nested { NESTED_OK, NESTED_DRY, NESTED_COLD };
