package io.marquee.offers;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class StructureTests {

	private static final JavaClasses SERVICE = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.marquee.offers");

	@Test
	void featuresDoNotDependOnEachOtherInCircles() {
		slices().matching("io.marquee.offers.(*)..").should().beFreeOfCycles().check(SERVICE);
	}

	@Test
	void theWebSideOfAFeatureIsItsOwn() {
		classes().that().resideInAPackage("..web").should().notBePublic().check(SERVICE);
	}

	@Test
	void whatIsOfferedKnowsNothingOfTheWebSide() {
		noClasses().that()
			.resideOutsideOfPackage("..web")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.marquee.offers.*.web")
			.check(SERVICE);
	}

}
