package io.marquee.infra.payments;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * From names to numbers in 24 to 48 bytes an entry, whatever the length of the name: only
 * a hash is kept. What it finds are candidates, which the caller compares with the name
 * asked for. A name may have several numbers.
 */
final class Index {

	private static final int FREE = -1;

	private long[] hashes = new long[1024];

	private int[] numbers = free(1024);

	private int size;

	void add(String name, int number) {
		if (++this.size > this.numbers.length / 2) {
			grow();
		}
		put(hash(name), number);
	}

	IntStream candidates(String name) {
		long hash = hash(name);
		int mask = this.numbers.length - 1;
		return IntStream.iterate((int) hash & mask, (i) -> this.numbers[i] != FREE, (i) -> (i + 1) & mask)
			.filter((i) -> this.hashes[i] == hash)
			.map((i) -> this.numbers[i]);
	}

	private void put(long hash, int number) {
		int mask = this.numbers.length - 1;
		int i = (int) hash & mask;
		while (this.numbers[i] != FREE) {
			i = (i + 1) & mask;
		}
		this.hashes[i] = hash;
		this.numbers[i] = number;
	}

	private void grow() {
		long[] oldHashes = this.hashes;
		int[] oldNumbers = this.numbers;
		this.hashes = new long[oldHashes.length * 2];
		this.numbers = free(oldNumbers.length * 2);
		for (int i = 0; i < oldNumbers.length; i++) {
			if (oldNumbers[i] != FREE) {
				put(oldHashes[i], oldNumbers[i]);
			}
		}
	}

	private static int[] free(int length) {
		int[] numbers = new int[length];
		Arrays.fill(numbers, FREE);
		return numbers;
	}

	/** FNV-1a, and a mix, because the low bits choose the place. */
	private static long hash(String name) {
		long hash = 0xcbf29ce484222325L;
		for (int i = 0; i < name.length(); i++) {
			hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
		}
		return hash ^ (hash >>> 32);
	}

}
