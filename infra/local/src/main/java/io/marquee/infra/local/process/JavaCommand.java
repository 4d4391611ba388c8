package io.marquee.infra.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line that runs Java: the same JDK that runs us.
 */
public final class JavaCommand {

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

	private JavaCommand() {
	}

	/**
	 * Runs a class.
	 * @param flags options of the JVM
	 * @param classPath directories, jars and wildcards
	 * @param mainClass the class
	 * @param arguments its arguments
	 * @return the command
	 */
	public static List<String> main(List<String> flags, String classPath, String mainClass, String... arguments) {
		List<String> command = new ArrayList<>(List.of(JAVA.toString()));
		command.addAll(flags);
		command.addAll(List.of("-cp", classPath, mainClass));
		command.addAll(List.of(arguments));
		return command;
	}

	/**
	 * Runs a jar.
	 * @param flags options of the JVM
	 * @param jar the jar
	 * @param arguments its arguments
	 * @return the command
	 */
	public static List<String> jar(List<String> flags, Path jar, String... arguments) {
		List<String> command = new ArrayList<>(List.of(JAVA.toString()));
		command.addAll(flags);
		command.addAll(List.of("-jar", jar.toString()));
		command.addAll(List.of(arguments));
		return command;
	}

}
