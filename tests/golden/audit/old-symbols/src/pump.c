int wet = PUMP_E_WET, dry = PUMP_DRY;
/* expect 1:11 ES0787 */
