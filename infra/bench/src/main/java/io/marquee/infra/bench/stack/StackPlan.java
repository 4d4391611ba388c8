package io.marquee.infra.bench.stack;

import java.util.List;
import java.util.Map;

import io.marquee.infra.local.component.StoreKind;

/**
 * What runs.
 *
 * @param portOffset what is added to every usual port
 * @param store where the documents are kept
 * @param storeHeap the heap of the store, such as {@code 1g}
 * @param bookings the processes of booking-service
 * @param gateway whether a gateway stands in front of the first of them
 * @param payments variables of the payment provider
 * @param quickly whether booking-service gets an AOT cache first: worth its time where it
 * is often started
 * @param catalog the catalogue
 */
public record StackPlan(int portOffset, StoreKind store, String storeHeap, List<BookingProcess> bookings,
		boolean gateway, Map<String, String> payments, boolean quickly, Catalog catalog) {

	/**
	 * Processes of booking-service and what they need, documents in memory.
	 * @param portOffset what is added to every usual port
	 * @param bookings the processes
	 * @return the plan
	 */
	public static StackPlan of(int portOffset, List<BookingProcess> bookings) {
		return new StackPlan(portOffset, StoreKind.MEMORY, "1g", bookings, false, Map.of(), false, Catalog.EMPTY);
	}

	/**
	 * The same behind a gateway.
	 * @return the plan
	 */
	public StackPlan behindGateway() {
		return new StackPlan(this.portOffset, this.store, this.storeHeap, this.bookings, true, this.payments,
				this.quickly, this.catalog);
	}

	/**
	 * The same with another heap for the store.
	 * @param heap such as {@code 8g}
	 * @return the plan
	 */
	public StackPlan withStoreHeap(String heap) {
		return new StackPlan(this.portOffset, this.store, heap, this.bookings, this.gateway, this.payments,
				this.quickly, this.catalog);
	}

	/**
	 * The same with variables for the payment provider.
	 * @param variables names and values
	 * @return the plan
	 */
	public StackPlan withPayments(Map<String, String> variables) {
		return new StackPlan(this.portOffset, this.store, this.storeHeap, this.bookings, this.gateway, variables,
				this.quickly, this.catalog);
	}

	/**
	 * The same with quick starts of booking-service.
	 * @return the plan
	 */
	public StackPlan startingQuickly() {
		return new StackPlan(this.portOffset, this.store, this.storeHeap, this.bookings, this.gateway, this.payments,
				true, this.catalog);
	}

	/**
	 * The same with this catalogue.
	 * @param other the catalogue
	 * @return the plan
	 */
	public StackPlan with(Catalog other) {
		return new StackPlan(this.portOffset, this.store, this.storeHeap, this.bookings, this.gateway, this.payments,
				this.quickly, other);
	}

	/**
	 * How catalog-service is started.
	 *
	 * @param demo whether it loads the demo catalogue
	 * @param flags options of its JVM besides those it has on the local platform
	 */
	public record Catalog(boolean demo, List<String> flags) {

		/** Without movies, and as on the local platform. */
		public static final Catalog EMPTY = new Catalog(false, List.of());

	}

}
