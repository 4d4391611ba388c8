package io.marquee.catalog;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.marquee.catalog.demo.LoadingTheDemo;
import io.marquee.catalog.show.Shows;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogIT
class LoadingTheDemoIT {

	@Autowired
	private CatalogClient client;

	@Autowired
	private LoadingTheDemo loading;

	@Autowired
	private Shows shows;

	@Test
	void addsNothingTwice() {
		this.client.awaitDemo();
		this.loading.load();
		long before = this.shows.count();
		assertThat(this.loading.load()).isZero();
		assertThat(this.shows.count()).isEqualTo(before);
	}

}
