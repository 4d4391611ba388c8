package io.marquee.booking;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Holds seats, takes payments, owns bookings. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableFeignClients
@EnableScheduling
public class BookingServiceApplication {

	/**
	 * Starts the service.
	 * @param args the command line
	 */
	static void main(String... args) {
		SpringApplication.run(BookingServiceApplication.class, args);
	}

}
