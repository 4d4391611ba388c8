package io.marquee.infra.bench.catalog;

import java.util.List;

/**
 * What titles, names and streets are made of.
 */
final class Words {

	static final List<String> QUALITIES = words(
			"""
					Silent Golden Broken Hidden Crimson Endless Distant Burning Frozen Gentle Wild Lonely Scarlet Restless Hollow
					Secret Bitter Sacred Electric Forgotten Velvet Savage Ancient Tender Reckless Pale Wandering Stolen Blue Last
					First Second Midnight Northern Southern Paper Iron Glass Silver Emerald Quiet Furious Lucky Patient Crooked
					Brave Drowned Shining Fallen Rising Summer Winter Monsoon Invisible Impossible Ordinary Perfect Final Infinite
					Painted""");

	static final List<String> THINGS = words(
			"""
					River Garden Empire Letter Promise Shadow Orchard Lantern Horizon Harbour Kingdom Mountain Station Bridge Mirror
					Violin Compass Island Forest Desert Ocean Theatre Wedding Stranger Brother Sister Daughter Teacher Detective
					Thief Soldier Pilot Painter Fisherman Tailor Gambler Emperor Dancer Widow Orphan Tiger Falcon Wolf Peacock
					Elephant Sparrow Serpent Lotus Jasmine Mango Monsoon Thunder Lightning Rain Snow Ember Ash Dust Salt Stone
					Window Door Staircase Rooftop Courtyard Market Highway Railway Lighthouse Observatory Carnival Circus Parade
					Verdict Witness Alibi Fortune Inheritance Journey Return Escape Reunion Rebellion Treaty Silence""");

	static final List<String> PLACES = words("""
			Casablanca Jaisalmer Madurai Kathmandu Lisbon Toledo Galway Cusco Valparaíso Zanzibar Samarkand Kyoto Hampi
			Darjeeling Shimla Alexandria Venice Prague Tromsø Reykjavík""");

	static final List<String> FIRST_NAMES = words(
			"""
					Aarav Ananya Arjun Diya Ishaan Kavya Rohan Priya Vikram Meera Farhan Zoya Kabir Nandini Dev Tara Siddharth Leela
					Emma Oliver Amelia George Sofia Lucas Chloé Théo Léa Hugo Jonas Mia Félix Anna Matteo Elena José Lucía Andrés
					Inés João Beatriz Rafael Larissa Wei Ling Hana Kenji Omar Layla Yusuf Noor Siobhán Liam Zoë Björn Søren Nina""");

	static final List<String> LAST_NAMES = words(
			"""
					Sharma Verma Iyer Nair Reddy Menon Chatterjee Banerjee Kulkarni Deshpande Patel Mehta Kapoor Malhotra Khan Qureshi
					Fernandes Pillai Rao Joshi Smith Jones Taylor Wilson Evans Walker Hughes Bennett Garcia Martínez López Sánchez
					Romero Müller Schneider Weber Wagner Köhler Dubois Lefèvre Moreau Girard Rossi Ferrari Silva Santos Oliveira
					Araújo Tan Lim Wong Chen Tanaka Sato Haddad Farouk O'Brien Murphy Lindström Østergaard Novák Kowalski""");

	static final List<String> GENRES = words(
			"""
					Drama Comedy Action Thriller Romance Horror Adventure Crime Fantasy Mystery Family Animation Biography History
					Musical War Sport Documentary""");

	static final List<String> CHAINS = List.of("Meridian Cinemas", "Regal Talkies", "Orion Multiplex", "Cinéma Lumière",
			"Kino Astoria", "Galaxy", "The Palace", "Starlight", "Capitol", "Nova Screens", "Odyssey",
			"Arc Picture House");

	static final List<String> STREETS = words(
			"""
					Station Market Park Church Temple Lake Mill Garden Victoria Gandhi Nehru King Queen Bridge Harbour Hill Museum
					University Stadium Airport""");

	static final List<String> AMENITIES = List.of("Parking", "Food court", "Dolby Atmos", "Wheelchair access",
			"Recliners", "Café", "Lounge", "3D");

	private Words() {
	}

	private static List<String> words(String text) {
		return List.of(text.strip().split("\\s+"));
	}

}
