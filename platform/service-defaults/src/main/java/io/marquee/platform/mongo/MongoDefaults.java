package io.marquee.platform.mongo;

import java.util.concurrent.TimeUnit;

import com.mongodb.MongoClientSettings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * MongoDB with time-outs short enough that a caller hears of an outage within two
 * seconds, and indexes created in time.
 */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@ConditionalOnClass({ MongoTemplate.class, MongoClientSettings.class })
class MongoDefaults {

	private static final int SELECTION_MILLIS = 1500;

	private static final int CONNECT_MILLIS = 1000;

	private static final int READ_MILLIS = 10_000;

	/**
	 * More would not make the store faster, only the queue inside it longer.
	 */
	private static final int CONNECTIONS = 32;

	/**
	 * How long a request waits its turn when the store is busy. When it is down the
	 * driver ends this wait at once.
	 */
	private static final int POOL_WAIT_MILLIS = 5000;

	@Bean
	MongoClientSettingsBuilderCustomizer timeOuts() {
		return (settings) -> settings
			.applyToClusterSettings(
					(cluster) -> cluster.serverSelectionTimeout(SELECTION_MILLIS, TimeUnit.MILLISECONDS))
			.applyToSocketSettings((socket) -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
				.readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS))
			.applyToConnectionPoolSettings(
					(pool) -> pool.maxSize(CONNECTIONS).maxWaitTime(POOL_WAIT_MILLIS, TimeUnit.MILLISECONDS));
	}

	@Bean
	@ConditionalOnBean(MongoTemplate.class)
	IndexCreation indexCreation(MongoTemplate mongo, ObjectProvider<CollectionIndexes> wanted) {
		return new IndexCreation(mongo, wanted.orderedStream().toList());
	}

}
