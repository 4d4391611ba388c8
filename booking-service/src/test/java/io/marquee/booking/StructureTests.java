package io.marquee.booking;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.marquee.booking", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTests {

	@ArchTest
	static final ArchRule featuresFormNoCycle = slices().matching("io.marquee.booking.(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule webIsNobodysBusiness = classes().that().resideInAPackage("..web..").should().notBePublic();

	@ArchTest
	static final ArchRule onlyTheStoreTouchesTheDatabase = noClasses().that()
		.resideInAPackage("..web..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.data.mongodb..");

	@ArchTest
	static final ArchRule bookingsKnowNoProvider = noClasses().that()
		.resideInAPackage("io.marquee.booking.booking..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.marquee.booking.payment.simulated..", "io.marquee.booking.payment.stripe..");

}
