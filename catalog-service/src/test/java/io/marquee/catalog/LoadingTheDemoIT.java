package io.marquee.catalog;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import io.marquee.catalog.demo.LoadingTheDemo;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogIT
class LoadingTheDemoIT {

	@Autowired
	private CatalogClient client;

	@Autowired
	private LoadingTheDemo loading;

	@Autowired
	private MongoTemplate mongo;

	@Test
	void addsNothingTwice() {
		this.client.awaitDemo();
		this.loading.load();
		long before = stored();
		assertThat(this.loading.load()).isZero();
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void addsEveryShowOnceThoughTwoReplicasLoadAtTheSameTime() throws Exception {
		this.client.awaitDemo();
		this.loading.load();
		long before = stored();
		long removed = this.mongo.remove(new Query(Criteria.where("_id").regex("^shw-")), "shows").getDeletedCount();
		assertThat(removed).isGreaterThan(900);
		try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
			int added = 0;
			Callable<Integer> load = this.loading::load;
			for (Future<Integer> replica : replicas.invokeAll(List.of(load, load))) {
				added += replica.get();
			}
			assertThat(added).isEqualTo((int) removed);
		}
		assertThat(stored()).isEqualTo(before);
	}

	private long stored() {
		return this.mongo.count(new Query(), "shows");
	}

}
