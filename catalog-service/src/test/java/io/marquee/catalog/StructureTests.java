package io.marquee.catalog;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packagesOf = CatalogServiceApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTests {

	@ArchTest
	static final ArchRule featuresDoNotDependOnEachOtherInCircles = SlicesRuleDefinition.slices()
		.matching("io.marquee.catalog.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule webAndMessagingAreInternal = classes().that()
		.resideInAnyPackage("..catalog.(*).web", "..messaging", "..totals")
		.should()
		.notHaveModifier(JavaModifier.PUBLIC);

	@ArchTest
	static final ArchRule moviesAndVenuesKnowNoShows = noClasses().that()
		.resideInAnyPackage("..movie..", "..venue..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..show..");

	@ArchTest
	static final ArchRule controllersAskUseCasesAndNotTheDatabase = noClasses().that()
		.resideInAPackage("..web..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.data.mongodb..", "com.mongodb..");

}
