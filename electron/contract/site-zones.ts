/*
 * Where colocation operators have sites, and the time zones there. Countries that keep one time are listed with their zone;
 * in the others, and where another part of the country keeps another time, the metros and cities say which.
 */

/** A country by its names and codes. `zone` holds wherever no other zone lists the place; `null`: there is no such zone. */
export type CountryZones = {
  readonly names: string;
  readonly zone: string | null;
  /** The metros and cities that are known by name, for each zone. */
  readonly places: Readonly<Record<string, string>>;
  /** The zones of the states in which a place may be a namesake of a listed one. They stand behind its name: `Richmond, CA`. */
  readonly states: Readonly<Record<string, string>>;
};

/** A country that keeps one time, with metros and cities by which it is known where no country is named. */
const one = (names: string, zone: string, places = ''): CountryZones => several(names, { [zone]: places }, zone);

/** A country whose places keep different times. @param zone of the places that are not listed */
const several = (names: string, places: Record<string, string>, zone: string | null = null): CountryZones => ({
  ...{ names, zone, places, states: {} },
});

const statesOfAmerica = {
  'CT, Connecticut, DE, Delaware, DC, D.C., District of Columbia, GA, Georgia, ME, Maine, MD, Maryland, MA, Massachusetts, NH, New Hampshire, NJ, New Jersey, NY, New York, NC, North Carolina, OH, Ohio, PA, Pennsylvania, RI, Rhode Island, SC, South Carolina, VT, Vermont, VA, Virginia, WV, West Virginia':
    'America/New_York',
  'AL, Alabama, AR, Arkansas, IL, Illinois, IA, Iowa, LA, Louisiana, MN, Minnesota, MS, Mississippi, MO, Missouri, OK, Oklahoma, WI, Wisconsin':
    'America/Chicago',
  'CO, Colorado, MT, Montana, NM, New Mexico, UT, Utah, WY, Wyoming': 'America/Denver',
  'CA, California, WA, Washington': 'America/Los_Angeles',
  'HI, Hawaii': 'Pacific/Honolulu',
  'FL, Florida, TN, Tennessee': 'America/New_York, America/Chicago',
  'KY, Kentucky': 'America/New_York, America/Kentucky/Louisville, America/Chicago',
  'IN, Indiana': 'America/Indiana/Indianapolis, America/Chicago',
  'MI, Michigan': 'America/Detroit, America/Chicago',
  'KS, Kansas, NE, Nebraska, ND, North Dakota, SD, South Dakota, TX, Texas': 'America/Chicago, America/Denver',
  'AZ, Arizona': 'America/Phoenix, America/Denver',
  'ID, Idaho': 'America/Boise, America/Los_Angeles',
  'NV, Nevada': 'America/Los_Angeles, America/Denver',
  'OR, Oregon': 'America/Los_Angeles, America/Boise',
  'AK, Alaska': 'America/Anchorage, America/Adak',
};

const americas: readonly CountryZones[] = [
  {
    ...several('United States, United States of America, USA, US, U.S., U.S.A.', {
      'America/New_York':
        'Northern Virginia, Ashburn, Sterling, Leesburg, Reston, Herndon, Vienna, McLean, Tysons, Chantilly, Manassas, Gainesville, Culpeper, Richmond, Henrico, Virginia Beach, Norfolk, Washington, Washington DC, New York, New York City, NYC, Manhattan, Brooklyn, New Jersey, Northern New Jersey, Newark, Secaucus, Weehawken, Jersey City, North Bergen, Carteret, Clifton, Edison, Piscataway, Totowa, Parsippany, Boston, Cambridge, Somerville, Needham, Waltham, Billerica, Marlborough, Providence, Hartford, Norwalk, Stamford, Trumbull, Albany, Buffalo, Philadelphia, Pittsburgh, Wilmington, Baltimore, Atlanta, Suwanee, Lithia Springs, Alpharetta, Douglasville, Miami, Boca Raton, Fort Lauderdale, Tampa, Orlando, Jacksonville, Charlotte, Raleigh, Durham, Columbia, Charleston, Columbus, New Albany, Cleveland, Cincinnati',
      'America/Detroit': 'Detroit, Southfield, Grand Rapids',
      'America/Indiana/Indianapolis': 'Indianapolis',
      'America/Kentucky/Louisville': 'Louisville',
      'America/Chicago':
        'Chicago, Elk Grove Village, Franklin Park, Mount Prospect, Northlake, Lombard, Oak Brook, Dallas, Dallas Fort Worth, Richardson, Plano, Carrollton, Garland, Irving, Allen, Lewisville, Fort Worth, Houston, Katy, The Woodlands, Austin, San Antonio, Minneapolis, Eden Prairie, Chaska, Saint Louis, St. Louis, Kansas City, Omaha, Papillion, Council Bluffs, Des Moines, Nashville, Memphis, Huntsville, Birmingham, Milwaukee, Madison, New Orleans, Oklahoma City, Tulsa',
      'America/Denver':
        'Denver, Englewood, Centennial, Colorado Springs, Salt Lake City, West Jordan, Bluffdale, Albuquerque, Cheyenne, El Paso',
      'America/Boise': 'Boise',
      'America/Phoenix': 'Phoenix, Chandler, Mesa, Tempe, Scottsdale, Goodyear, Tucson',
      'America/Los_Angeles':
        'Los Angeles, El Segundo, Vernon, Irvine, Anaheim, San Diego, San Francisco, San Francisco Bay, Bay, Silicon Valley, Santa Clara, San Jose, Sunnyvale, Palo Alto, Mountain View, Milpitas, Fremont, Oakland, Sacramento, Seattle, Tukwila, Quincy, Portland, Hillsboro, Las Vegas, Reno, Sparks',
      'America/Anchorage': 'Anchorage',
      'Pacific/Honolulu': 'Honolulu, Hawaii',
    }),
    states: statesOfAmerica,
  },
  several('Canada, CA, CAN', {
    'America/St_Johns': "St. John's",
    'America/Halifax': 'Halifax, Moncton, Saint John, Fredericton',
    'America/Toronto':
      'Toronto, Markham, Mississauga, Vaughan, Brampton, Barrie, Hamilton, Kitchener, Waterloo, London, Ottawa, Kanata, Montreal, Laval, Saint-Laurent, Longueuil, Quebec, Quebec City',
    'America/Winnipeg': 'Winnipeg',
    'America/Regina': 'Regina, Saskatoon',
    'America/Edmonton': 'Calgary, Edmonton',
    'America/Vancouver': 'Vancouver, Burnaby, Richmond, Kamloops, Kelowna, Victoria',
  }),
  several('Mexico, MX, MEX', {
    'America/Mexico_City':
      'Mexico City, Ciudad de México, CDMX, Querétaro, Santiago de Querétaro, El Marqués, Guadalajara, Puebla, León',
    'America/Monterrey': 'Monterrey, Apodaca',
    'America/Merida': 'Mérida',
    'America/Cancun': 'Cancún',
    'America/Tijuana': 'Tijuana',
  }),
  several('Brazil, Brasil, BR, BRA', {
    'America/Sao_Paulo':
      'São Paulo, Barueri, Tamboré, Alphaville, Osasco, Santana de Parnaíba, Campinas, Vinhedo, Hortolândia, Sumaré, Jundiaí, Rio de Janeiro, Brasília, Porto Alegre, Curitiba, Belo Horizonte',
    'America/Fortaleza': 'Fortaleza',
    'America/Recife': 'Recife',
    'America/Bahia': 'Salvador',
    'America/Manaus': 'Manaus',
  }),
  one('Argentina, AR, ARG', 'America/Argentina/Buenos_Aires', 'Buenos Aires'),
  several(
    'Chile, CL, CHL',
    { 'America/Santiago': 'Santiago, Santiago de Chile, Quilicura, Colina' },
    'America/Santiago',
  ),
  one('Colombia, CO, COL', 'America/Bogota', 'Bogotá, Medellín, Barranquilla'),
  one('Peru, Perú, PE, PER', 'America/Lima', 'Lima, Lurín'),
  several('Ecuador, EC, ECU', { 'America/Guayaquil': 'Quito, Guayaquil' }, 'America/Guayaquil'),
  one('Uruguay, UY, URY', 'America/Montevideo', 'Montevideo'),
  one('Paraguay, PY, PRY', 'America/Asuncion', 'Asunción'),
  one('Bolivia, BO, BOL', 'America/La_Paz', 'La Paz'),
  one('Venezuela, VE, VEN', 'America/Caracas', 'Caracas'),
  one('Panama, Panamá, PA, PAN', 'America/Panama', 'Panama City'),
  one('Costa Rica, CR, CRI', 'America/Costa_Rica', 'Heredia'),
  one('Guatemala, GT, GTM', 'America/Guatemala', 'Guatemala City'),
  one('El Salvador, SV, SLV', 'America/El_Salvador'),
  one('Honduras, HN, HND', 'America/Tegucigalpa', 'Tegucigalpa'),
  one('Nicaragua, NI, NIC', 'America/Managua', 'Managua'),
  one('Dominican Republic, DO, DOM', 'America/Santo_Domingo', 'Santo Domingo'),
  one('Puerto Rico, PR, PRI', 'America/Puerto_Rico', 'San Juan'),
  one('Jamaica, JM, JAM', 'America/Jamaica', 'Kingston'),
  one('Trinidad and Tobago, TT, TTO', 'America/Port_of_Spain', 'Port of Spain'),
  one('Bermuda, BM, BMU', 'Atlantic/Bermuda', 'Hamilton'),
  one('Curaçao, CW, CUW', 'America/Curacao', 'Willemstad'),
];

const europe: readonly CountryZones[] = [
  one(
    'United Kingdom, UK, GB, GBR, Great Britain, England, Scotland, Wales, Northern Ireland',
    'Europe/London',
    'London, Slough, Docklands, Hayes, Park Royal, Woking, Farnborough, Crawley, Reading, Hemel Hempstead, Milton Keynes, Manchester, Birmingham, Leeds, Newport, Cardiff, Bristol, Edinburgh, Glasgow, Belfast',
  ),
  one('Ireland, Republic of Ireland, Éire, IE, IRL', 'Europe/Dublin', 'Dublin, Clonshaugh, Cork, Galway'),
  one(
    'Netherlands, The Netherlands, Nederland, NL, NLD',
    'Europe/Amsterdam',
    'Amsterdam, Schiphol-Rijk, Schiphol, Haarlem, Hoofddorp, Almere, Lelystad, Rotterdam, The Hague, Eindhoven, Enschede, Zwolle, Groningen',
  ),
  one('Belgium, België, Belgique, BE, BEL', 'Europe/Brussels', 'Brussels, Bruxelles, Zaventem, Antwerp, Ghent, Liège'),
  one('Luxembourg, LU, LUX', 'Europe/Luxembourg', 'Luxembourg, Bissen, Betzdorf'),
  one(
    'Germany, Deutschland, DE, DEU',
    'Europe/Berlin',
    'Frankfurt, Frankfurt am Main, Offenbach, Hanau, Hattersheim, Kriftel, Raunheim, Munich, München, Düsseldorf, Neuss, Cologne, Köln, Hamburg, Berlin, Stuttgart, Leipzig, Nuremberg, Nürnberg, Hannover, Bremen',
  ),
  one('Austria, Österreich, AT, AUT', 'Europe/Vienna', 'Vienna, Wien, Graz, Linz, Salzburg'),
  one(
    'Switzerland, Schweiz, Suisse, Svizzera, CH, CHE',
    'Europe/Zurich',
    'Zurich, Zürich, Glattbrugg, Rümlang, Winterthur, Geneva, Genève, Basel, Bern, Lausanne, Gland, Lugano',
  ),
  one(
    'France, FR, FRA',
    'Europe/Paris',
    'Paris, Saint-Denis, Aubervilliers, La Courneuve, Pantin, Clichy, Courbevoie, Les Ulis, Marcoussis, Marseille, Lyon, Lille, Bordeaux, Toulouse, Strasbourg, Nantes, Rennes, Grenoble, Montpellier',
  ),
  one('Monaco, MC, MCO', 'Europe/Monaco'),
  several(
    'Spain, España, ES, ESP',
    {
      'Europe/Madrid': 'Madrid, Alcobendas, Barcelona, Bilbao, Valencia, Seville, Sevilla, Málaga, Zaragoza',
      'Atlantic/Canary':
        'Las Palmas, Las Palmas de Gran Canaria, Gran Canaria, Tenerife, Santa Cruz de Tenerife, Granadilla de Abona',
    },
    'Europe/Madrid',
  ),
  several(
    'Portugal, PT, PRT',
    {
      'Europe/Lisbon': 'Lisbon, Lisboa, Porto, Sines, Covilhã',
      'Atlantic/Madeira': 'Funchal, Madeira',
      'Atlantic/Azores': 'Ponta Delgada, Azores, Açores',
    },
    'Europe/Lisbon',
  ),
  one(
    'Italy, Italia, IT, ITA',
    'Europe/Rome',
    'Milan, Milano, Settimo Milanese, Cornaredo, Rome, Roma, Turin, Torino, Genoa, Genova, Bologna, Palermo, Bari, Naples, Napoli',
  ),
  one('Malta, MT, MLT', 'Europe/Malta', 'Valletta'),
  one('Denmark, Danmark, DK, DNK', 'Europe/Copenhagen', 'Copenhagen, København, Ballerup, Aarhus'),
  one('Sweden, Sverige, SE, SWE', 'Europe/Stockholm', 'Stockholm, Kista, Gothenburg, Göteborg, Malmö, Luleå'),
  one('Norway, Norge, NO, NOR', 'Europe/Oslo', 'Oslo, Stavanger, Bergen, Rjukan'),
  one('Finland, Suomi, FI, FIN', 'Europe/Helsinki', 'Helsinki, Espoo, Vantaa'),
  one('Iceland, IS, ISL', 'Atlantic/Reykjavik', 'Reykjavik, Keflavik'),
  one('Estonia, EE, EST', 'Europe/Tallinn', 'Tallinn'),
  one('Latvia, LV, LVA', 'Europe/Riga', 'Riga'),
  one('Lithuania, LT, LTU', 'Europe/Vilnius', 'Vilnius'),
  one('Poland, Polska, PL, POL', 'Europe/Warsaw', 'Warsaw, Warszawa, Kraków, Poznań, Gdańsk, Katowice, Wrocław'),
  one('Czech Republic, Czechia, CZ, CZE', 'Europe/Prague', 'Prague, Praha, Brno'),
  one('Slovakia, SK, SVK', 'Europe/Bratislava', 'Bratislava'),
  one('Hungary, HU, HUN', 'Europe/Budapest', 'Budapest'),
  one('Slovenia, SI, SVN', 'Europe/Ljubljana', 'Ljubljana'),
  one('Croatia, HR, HRV', 'Europe/Zagreb', 'Zagreb'),
  one('Serbia, RS, SRB', 'Europe/Belgrade', 'Belgrade'),
  one('Romania, România, RO, ROU', 'Europe/Bucharest', 'Bucharest, București'),
  one('Bulgaria, BG, BGR', 'Europe/Sofia', 'Sofia'),
  one('Greece, GR, GRC', 'Europe/Athens', 'Athens, Koropi, Heraklion, Thessaloniki'),
  one('Cyprus, CY, CYP', 'Asia/Nicosia', 'Nicosia, Limassol'),
  one('Turkey, Türkiye, TR, TUR', 'Europe/Istanbul', 'Istanbul, Ankara, Izmir'),
  one('Ukraine, UA, UKR', 'Europe/Kyiv', 'Kyiv, Kiev'),
];

const africaAndMiddleEast: readonly CountryZones[] = [
  one('South Africa, ZA, ZAF', 'Africa/Johannesburg', 'Johannesburg, Isando, Samrand, Midrand, Cape Town, Durban'),
  one('Kenya, KE, KEN', 'Africa/Nairobi', 'Nairobi, Mombasa'),
  one('Nigeria, NG, NGA', 'Africa/Lagos', 'Lagos, Abuja'),
  one('Ghana, GH, GHA', 'Africa/Accra', 'Accra'),
  one("Côte d'Ivoire, Ivory Coast, CI, CIV", 'Africa/Abidjan', 'Abidjan'),
  one('Senegal, SN, SEN', 'Africa/Dakar', 'Dakar'),
  one('Mozambique, MZ, MOZ', 'Africa/Maputo', 'Maputo'),
  one('Angola, AO, AGO', 'Africa/Luanda', 'Luanda'),
  one('Tanzania, TZ, TZA', 'Africa/Dar_es_Salaam', 'Dar es Salaam'),
  one('Uganda, UG, UGA', 'Africa/Kampala', 'Kampala'),
  one('Rwanda, RW, RWA', 'Africa/Kigali', 'Kigali'),
  one('Ethiopia, ET, ETH', 'Africa/Addis_Ababa', 'Addis Ababa'),
  one('Mauritius, MU, MUS', 'Indian/Mauritius', 'Port Louis'),
  one('Egypt, EG, EGY', 'Africa/Cairo', 'Cairo'),
  one('Morocco, MA, MAR', 'Africa/Casablanca', 'Casablanca, Rabat'),
  one('Tunisia, TN, TUN', 'Africa/Tunis', 'Tunis'),
  one('Israel, IL, ISR', 'Asia/Jerusalem', 'Tel Aviv, Petah Tikva, Haifa'),
  one('Jordan, JO, JOR', 'Asia/Amman', 'Amman'),
  one('United Arab Emirates, UAE, AE, ARE', 'Asia/Dubai', 'Dubai, Abu Dhabi, Fujairah'),
  one('Saudi Arabia, SA, SAU', 'Asia/Riyadh', 'Riyadh, Jeddah, Dammam'),
  one('Qatar, QA, QAT', 'Asia/Qatar', 'Doha'),
  one('Bahrain, BH, BHR', 'Asia/Bahrain', 'Manama'),
  one('Kuwait, KW, KWT', 'Asia/Kuwait', 'Kuwait City'),
  one('Oman, OM, OMN', 'Asia/Muscat', 'Muscat, Barka, Salalah'),
];

const asiaPacific: readonly CountryZones[] = [
  one('Japan, JP, JPN', 'Asia/Tokyo', 'Tokyo, Inzai, Chiba, Yokohama, Osaka, Ibaraki, Nagoya, Fukuoka'),
  one(
    'South Korea, Korea, Republic of Korea, Korea Republic of, KR, KOR',
    'Asia/Seoul',
    'Seoul, Goyang, Incheon, Busan',
  ),
  several(
    'China, CN, CHN',
    { 'Asia/Shanghai': 'Shanghai, Beijing, Guangzhou, Shenzhen, Hangzhou, Nanjing, Chengdu, Zhangbei' },
    'Asia/Shanghai',
  ),
  one('Hong Kong, Hong Kong SAR, HK, HKG', 'Asia/Hong_Kong', 'Hong Kong, Kwai Chung, Tseung Kwan O'),
  one('Macau, Macao, MO, MAC', 'Asia/Macau', 'Macau'),
  one('Taiwan, TW, TWN', 'Asia/Taipei', 'Taipei, Taoyuan, Kaohsiung'),
  one('Singapore, SG, SGP', 'Asia/Singapore', 'Singapore'),
  one('Malaysia, MY, MYS', 'Asia/Kuala_Lumpur', 'Kuala Lumpur, Cyberjaya, Johor, Johor Bahru, Kulai'),
  one('Thailand, TH, THA', 'Asia/Bangkok', 'Bangkok, Chonburi'),
  one('Vietnam, Viet Nam, VN, VNM', 'Asia/Ho_Chi_Minh', 'Ho Chi Minh City, Hanoi'),
  one('Philippines, PH, PHL', 'Asia/Manila', 'Manila, Makati, Cebu'),
  one('Cambodia, KH, KHM', 'Asia/Phnom_Penh', 'Phnom Penh'),
  several('Indonesia, ID, IDN', {
    'Asia/Jakarta': 'Jakarta, Cibitung, Bekasi, Bandung, Surabaya, Batam, Medan',
    'Asia/Makassar': 'Makassar, Denpasar, Bali, Balikpapan',
    'Asia/Jayapura': 'Jayapura',
  }),
  one(
    'India, IN, IND',
    'Asia/Kolkata',
    'Mumbai, Navi Mumbai, Chennai, Bengaluru, Bangalore, Hyderabad, Delhi, New Delhi, Noida, Pune, Kolkata',
  ),
  one('Pakistan, PK, PAK', 'Asia/Karachi', 'Karachi, Lahore, Islamabad, Hyderabad'),
  one('Bangladesh, BD, BGD', 'Asia/Dhaka', 'Dhaka'),
  one('Sri Lanka, LK, LKA', 'Asia/Colombo', 'Colombo'),
  one('Nepal, NP, NPL', 'Asia/Kathmandu', 'Kathmandu'),
  several('Kazakhstan, KZ, KAZ', { 'Asia/Almaty': 'Almaty, Astana' }),
  one('Uzbekistan, UZ, UZB', 'Asia/Tashkent', 'Tashkent'),
  one('Georgia, GE, GEO', 'Asia/Tbilisi', 'Tbilisi'),
  one('Armenia, AM, ARM', 'Asia/Yerevan', 'Yerevan'),
  one('Azerbaijan, AZ, AZE', 'Asia/Baku', 'Baku'),
  several('Australia, AU, AUS', {
    'Australia/Sydney': 'Sydney, Erskine Park, Eastern Creek, Macquarie Park, Newcastle, Canberra',
    'Australia/Melbourne': 'Melbourne, Port Melbourne, Derrimut',
    'Australia/Brisbane': 'Brisbane, Gold Coast, Sunshine Coast',
    'Australia/Adelaide': 'Adelaide',
    'Australia/Darwin': 'Darwin',
    'Australia/Perth': 'Perth, Malaga',
    'Australia/Hobart': 'Hobart',
  }),
  several(
    'New Zealand, NZ, NZL',
    { 'Pacific/Auckland': 'Auckland, Wellington, Christchurch, Hamilton' },
    'Pacific/Auckland',
  ),
  one('Fiji, FJ, FJI', 'Pacific/Fiji', 'Suva'),
  one('Guam, GU, GUM', 'Pacific/Guam', 'Hagåtña, Piti'),
];

export const countries: readonly CountryZones[] = [...americas, ...europe, ...africaAndMiddleEast, ...asiaPacific];
