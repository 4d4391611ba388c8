package io.marquee.infra.local;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.marquee.infra.local", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTests {

	@ArchTest
	static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("io.marquee.infra.local.(*)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule NOTHING_KNOWS_THE_COMMANDS = noClasses().that()
		.resideOutsideOfPackage("..cli..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..cli..");

	/** Tests start what these packages start: none of them may end the JVM. */
	@ArchTest
	static final ArchRule ONLY_THE_COMMAND_ENDS_THE_JVM = noClasses().that()
		.doNotHaveSimpleName("Marquee")
		.should()
		.callMethod(System.class, "exit", int.class);

}
