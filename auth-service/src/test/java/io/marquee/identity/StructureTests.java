package io.marquee.identity;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The package rules of this service.
 */
@AnalyzeClasses(packages = "io.marquee.identity", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTests {

	@ArchTest
	static final ArchRule featuresDependOnEachOtherInOneDirection = slices().matching("io.marquee.identity.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule webIsInternal = classes().that()
		.resideInAPackage("..web..")
		.should()
		.notBePublic()
		.andShould()
		.onlyHaveDependentClassesThat()
		.resideInAPackage("..web..");

	@ArchTest
	static final ArchRule repositoriesStayBehindUseCases = classes().that()
		.areAnnotatedWith(org.springframework.stereotype.Repository.class)
		.should()
		.onlyHaveDependentClassesThat()
		.resideOutsideOfPackage("..web..");

}
