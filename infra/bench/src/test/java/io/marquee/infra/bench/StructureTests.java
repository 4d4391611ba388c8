package io.marquee.infra.bench;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.marquee.infra.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTests {

	@ArchTest
	static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("io.marquee.infra.bench.(*)")
		.should()
		.beFreeOfCycles();

	/** What judges must not know what it judges. */
	@ArchTest
	static final ArchRule THE_VERIFIER_KNOWS_NO_TEST = noClasses().that()
		.resideInAPackage("..verify..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..contention..", "..crash..", "..load..", "..cli..");

}
