package io.marquee.identity.export;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "booking-service")
interface BookingClient extends HeldData {

	@Override
	@GetMapping("/internal/users/{id}/data")
	Page about(@PathVariable("id") String userId, @RequestParam("after") String after);

}
