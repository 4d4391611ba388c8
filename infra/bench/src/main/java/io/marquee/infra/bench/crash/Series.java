package io.marquee.infra.bench.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The points to die at, in turn, until a flow has no more writes. */
final class Series {

	private final List<Run> runs = new ArrayList<>();

	Series(Set<CrashPoint.Moment> moments) {
		for (CrashPoint.Flow flow : CrashPoint.Flow.values()) {
			for (CrashPoint.Moment moment : moments) {
				this.runs.add(new Run(flow, moment));
			}
		}
	}

	/** The next point, nothing when all are done. */
	synchronized Optional<CrashPoint> next() {
		return this.runs.stream().filter((run) -> !run.over).findFirst().map(Run::next);
	}

	/** The flow was over before it came to this point. */
	synchronized void passed(CrashPoint point) {
		this.runs.stream()
			.filter((run) -> run.flow == point.flow() && run.moment == point.moment())
			.forEach((run) -> run.over = true);
	}

	private static final class Run {

		private final CrashPoint.Flow flow;

		private final CrashPoint.Moment moment;

		private int write;

		private boolean over;

		private Run(CrashPoint.Flow flow, CrashPoint.Moment moment) {
			this.flow = flow;
			this.moment = moment;
		}

		private CrashPoint next() {
			return new CrashPoint(this.flow, this.moment, ++this.write);
		}

	}

}
