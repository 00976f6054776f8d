enum vat_error {
	VAT_OK,
	VAT_FULL,
	VAT_COUNT /* errspec: no code */
};
