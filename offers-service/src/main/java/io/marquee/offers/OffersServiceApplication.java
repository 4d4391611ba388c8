package io.marquee.offers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service of offers and coupons, restaurants and OTT titles.
 */
@SpringBootApplication
@EnableFeignClients
@EnableScheduling
public class OffersServiceApplication {

	/**
	 * Starts the service.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(OffersServiceApplication.class, args);
	}

}
