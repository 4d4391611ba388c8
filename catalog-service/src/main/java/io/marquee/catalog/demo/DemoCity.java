package io.marquee.catalog.demo;

import java.util.List;

/**
 * A line of {@code demo/cities.json}.
 *
 * @param city the city
 * @param regularPrice what a regular seat costs there in the afternoon, in rupees
 * @param languages the language of the day's first, second, … show
 */
record DemoCity(String city, int regularPrice, List<String> languages) {
}
