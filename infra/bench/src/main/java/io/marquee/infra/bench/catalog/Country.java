package io.marquee.infra.bench.catalog;

import java.util.List;

/**
 * Where cinemas stand, what they show there, and in what money they are paid.
 */
enum Country {

	INDIA("INR", 220, "Hindi", "Tamil", "Telugu", "Malayalam", "Kannada", "Bengali", "Marathi", "English"),
	UNITED_KINGDOM("GBP", 9, "English", "Hindi", "Polish"), UNITED_STATES("USD", 14, "English", "Spanish", "Hindi"),
	GERMANY("EUR", 11, "German", "English", "Turkish"), FRANCE("EUR", 11, "French", "English"),
	SPAIN("EUR", 9, "Spanish", "English"), UNITED_ARAB_EMIRATES("AED", 45, "English", "Arabic", "Hindi", "Malayalam"),
	SINGAPORE("SGD", 13, "English", "Mandarin", "Tamil"), AUSTRALIA("AUD", 21, "English", "Hindi"),
	BRAZIL("BRL", 32, "Portuguese", "English");

	private final String currency;

	private final int regularPrice;

	private final List<String> languages;

	Country(String currency, int regularPrice, String... languages) {
		this.currency = currency;
		this.regularPrice = regularPrice;
		this.languages = List.of(languages);
	}

	String currency() {
		return this.currency;
	}

	/** What an ordinary seat costs about, in whole units of the currency. */
	int regularPrice() {
		return this.regularPrice;
	}

	/** The most usual first. */
	List<String> languages() {
		return this.languages;
	}

}
