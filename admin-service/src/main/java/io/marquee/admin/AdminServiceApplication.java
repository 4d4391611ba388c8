package io.marquee.admin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/**
 * The service that shows administrators how the house is doing.
 */
@SpringBootApplication
@EnableFeignClients
@ConfigurationPropertiesScan
public class AdminServiceApplication {

	/**
	 * Starts the service.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(AdminServiceApplication.class, args);
	}

}
