package io.marquee.platform.config;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Names a missing environment variable in one line instead of a stack trace.
 */
class MissingSettingAnalyzer extends AbstractFailureAnalyzer<PlaceholderResolutionException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable root, PlaceholderResolutionException cause) {
		return new FailureAnalysis("The environment variable or property " + cause.getPlaceholder() + " is not set.",
				"Set it before starting the service; the local platform keeps its own in secrets.env.", cause);
	}

}
