package io.marquee.notification;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class StructureTests {

	private static final JavaClasses SERVICE = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.marquee.notification");

	@Test
	void featuresDoNotDependOnEachOtherInCircles() {
		slices().matching("io.marquee.notification.(*)..").should().beFreeOfCycles().check(SERVICE);
	}

	@Test
	void theWebAndMessagingSidesOfAFeatureAreItsOwn() {
		classes().that().resideInAnyPackage("..web", "..messaging").should().notBePublic().check(SERVICE);
	}

}
