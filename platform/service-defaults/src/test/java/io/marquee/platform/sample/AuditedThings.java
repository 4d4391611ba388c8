package io.marquee.platform.sample;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.marquee.platform.audit.AffectedIds;
import io.marquee.platform.web.ApiException;
import org.bson.Document;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/** What administrators do to things. */
@RestController
class AuditedThings {

	/** The entries that are under way while the action is carried out. */
	static final Queue<Document> underWay = new ConcurrentLinkedQueue<>();

	static final Queue<String> done = new ConcurrentLinkedQueue<>();

	private final MongoTemplate mongo;

	AuditedThings(MongoTemplate mongo) {
		this.mongo = mongo;
	}

	@PostMapping("/api/v1/admin/things/{id}/paint")
	String paint(@PathVariable String id, @RequestBody Map<String, String> request) {
		underWay.addAll(this.mongo.find(Query.query(where("target.id").is(id)), Document.class, "auditTrail"));
		done.add(id);
		return request.get("colour");
	}

	@PostMapping("/api/v1/admin/things/bulk-paint")
	List<String> paintMany(@RequestBody List<String> ids) {
		AffectedIds.note(ids);
		done.addAll(ids);
		return ids;
	}

	@PostMapping("/api/v1/admin/things")
	@ResponseStatus(HttpStatus.CREATED)
	Map<String, String> make() {
		return Map.of("id", "t-made");
	}

	@PutMapping("/api/v1/admin/things/{id}")
	CompletableFuture<String> later(@PathVariable String id) {
		return CompletableFuture.supplyAsync(() -> {
			underWay.addAll(this.mongo.find(Query.query(where("target.id").is(id)), Document.class, "auditTrail"));
			throw new ApiException(HttpStatus.CONFLICT, "THING_TAKEN", "It is taken");
		}, Thread::startVirtualThread);
	}

	@DeleteMapping("/api/v1/admin/things/{id}")
	@PreAuthorize("hasRole('owner')")
	void delete(@PathVariable String id) {
		done.add(id);
	}

	@PostMapping("/api/v1/admin/things/{id}/break")
	void broken(@PathVariable String id) {
		throw new IllegalStateException("the secret reason of " + id);
	}

	@GetMapping("/api/v1/admin/users/{id}")
	String person(@PathVariable String id) {
		return id;
	}

	@PostMapping("/api/v1/admin/login")
	String logIn() {
		return "welcome";
	}

}
