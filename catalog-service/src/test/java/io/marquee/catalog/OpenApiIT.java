package io.marquee.catalog;

import io.marquee.test.DescribedApi;

import org.springframework.boot.test.web.server.LocalServerPort;

@CatalogIT
class OpenApiIT implements DescribedApi {

	@LocalServerPort
	private int port;

	@Override
	public int port() {
		return this.port;
	}

}
