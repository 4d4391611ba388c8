package io.marquee.offers.restaurant;

import java.time.Instant;
import java.util.List;

import io.marquee.offers.listing.Draft;
import io.marquee.platform.money.Money;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a restaurant, and all that an administrator decides about it.
 *
 * @param name its name
 * @param description what to expect
 * @param cuisines what it cooks
 * @param city its city
 * @param address where in the city
 * @param rating from 0 to 5
 * @param costForTwo what a meal for two costs
 */
public record RestaurantProfile(@NotBlank @Size(max = 120) String name, @NotBlank @Size(max = 1000) String description,
		@NotEmpty @Size(max = 10) List<@NotBlank String> cuisines, @NotBlank @Size(max = 80) String city,
		@NotBlank @Size(max = 200) String address, @NotNull @DecimalMin("0") @DecimalMax("5") Double rating,
		@NotNull Money costForTwo) implements Draft<Restaurant> {

	@Override
	public Restaurant toListing(String id, @Nullable Restaurant existing, Instant now) {
		return (existing != null) ? existing.with(this, now) : Restaurant.listed(id, this, now);
	}

}
