package io.marquee.infra.bench.verify;

/** Holds some rules against the evidence. */
@FunctionalInterface
interface Check {

	void examine(Evidence evidence, Findings findings);

}
