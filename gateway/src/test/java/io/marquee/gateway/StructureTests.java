package io.marquee.gateway;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.marquee.gateway", importOptions = DoNotIncludeTests.class)
class StructureTests {

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("io.marquee.gateway.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule nothingBlocksTheEventLoop = noClasses().should()
		.callMethod(reactor.core.publisher.Mono.class, "block")
		.orShould()
		.dependOnClassesThat()
		.resideInAnyPackage("jakarta.servlet..", "java.net.http..", "org.springframework.web.client..");

}
