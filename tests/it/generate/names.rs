//! Where invented people come from: given names, surnames, towns.

/// A country with names as they are common there.
pub struct Culture {
    pub country: &'static str,
    pub code: &'static str,
    pub dial: &'static str,
    pub towns: &'static [&'static str],
    pub women: &'static [&'static str],
    pub men: &'static [&'static str],
    pub families: &'static [&'static str],
    /// How a postal code looks before the town, with `#` for a digit.
    pub postal: &'static str,
}

macro_rules! cultures {
    ($($country:literal $code:literal $dial:literal $postal:literal
        [$($town:literal)+] [$($woman:literal)+] [$($man:literal)+] [$($family:literal)+];)+) => {
        /// The countries.
        pub const CULTURES: &[Culture] = &[$(Culture {
            country: $country, code: $code, dial: $dial, postal: $postal,
            towns: &[$($town),+], women: &[$($woman),+], men: &[$($man),+], families: &[$($family),+],
        }),+];
    };
}

cultures! {
    "Kenya" "KE" "+254" "#####" ["Nairobi" "Kisumu" "Mombasa"]
        ["Wanjiru" "Akinyi" "Grace" "Faith"] ["Kamau" "Otieno" "Peter" "Samuel"]
        ["Mwangi" "Ochieng" "Njoroge" "Wekesa" "Mutua" "Chebet"];
    "Nigeria" "NG" "+234" "######" ["Lagos" "Abuja" "Ibadan"]
        ["Ngozi" "Adaeze" "Folake" "Amina"] ["Chinedu" "Tunde" "Emeka" "Ibrahim"]
        ["Okafor" "Adeyemi" "Balogun" "Nwosu" "Eze" "Bello"];
    "Senegal" "SN" "+221" "#####" ["Dakar" "Thiès"]
        ["Awa" "Fatou" "Mariama"] ["Mamadou" "Ousmane" "Cheikh"]
        ["Diop" "Ndiaye" "Sarr" "Faye" "Sow"];
    "Morocco" "MA" "+212" "#####" ["Rabat" "Fez" "Agadir"]
        ["Salma" "Khadija" "Nadia"] ["Youssef" "Hamid" "Rachid"]
        ["El Amrani" "Benali" "El Fassi" "Tazi" "Ben Youssef"];
    "Egypt" "EG" "+20" "#####" ["Cairo" "Alexandria"]
        ["Mona" "Heba" "Nagla"] ["Tarek" "Omar" "Karim"]
        ["El Sayed" "Mansour" "Abdel Rahman" "Farouk" "Hegazy"];
    "Germany" "DE" "+49" "#####" ["Hamburg" "Leipzig" "Bonn"]
        ["Anke" "Ulrike" "Greta"] ["Jürgen" "Matthias" "Lukas"]
        ["Vogt" "Schäfer" "von Arnsdorf" "Köhler" "Lindner" "Brandt"];
    "Netherlands" "NL" "+31" "#### AB" ["Utrecht" "Rotterdam" "Groningen"]
        ["Anneke" "Femke" "Marijke"] ["Bram" "Joost" "Pieter"]
        ["van der Linden" "de Groot" "Bakker" "van Rossum" "ten Brink" "Visser"];
    "France" "FR" "+33" "#####" ["Lyon" "Nantes" "Rennes"]
        ["Camille" "Hélène" "Sylvie"] ["Étienne" "Julien" "Benoît"]
        ["Lefèvre" "Moreau" "de La Tour" "Girard" "Rousseau" "Dupont"];
    "Spain" "ES" "+34" "#####" ["Sevilla" "Valencia" "Bilbao"]
        ["María José" "Carmen" "Lucía"] ["Javier" "Andrés" "José Luis"]
        ["García Moreno" "Ortega" "Ruiz de Alarcón" "Navarro Gil" "Iglesias"];
    "Brazil" "BR" "+55" "#####-###" ["Recife" "Curitiba" "Belém"]
        ["Beatriz" "Larissa" "Ana Paula"] ["Thiago" "Rafael" "João"]
        ["da Silva" "Oliveira" "dos Santos" "Carvalho" "Teixeira"];
    "Mexico" "MX" "+52" "#####" ["Oaxaca" "Puebla" "Monterrey"]
        ["Ximena" "Guadalupe" "Rosa Elena"] ["Alejandro" "Héctor" "Miguel Ángel"]
        ["Hernández Cruz" "Ramírez" "de la Cruz" "Flores" "Villarreal"];
    "Poland" "PL" "+48" "##-###" ["Gdańsk" "Poznań" "Kraków"]
        ["Katarzyna" "Agnieszka" "Zofia"] ["Marek" "Tomasz" "Wojciech"]
        ["Kowalska" "Nowak" "Zieliński" "Wójcik" "Borkowska"];
    "Finland" "FI" "+358" "#####" ["Oulu" "Tampere" "Turku"]
        ["Oona" "Kaisa" "Päivi"] ["Heikki" "Antti" "Juhani"]
        ["Laaksonen" "Virtanen" "Kivelä" "Mäkinen" "Nieminen"];
    "Hungary" "HU" "+36" "####" ["Szeged" "Pécs" "Debrecen"]
        ["Eszter" "Katalin" "Zsófia"] ["Zoltán" "Gábor" "László"]
        ["Kertész" "Szabó" "Tóth" "Varga" "Balogh"];
    "Türkiye" "TR" "+90" "#####" ["Izmir" "Ankara" "Trabzon"]
        ["Ayşe" "Elif" "Zeynep"] ["Mehmet" "Emre" "Kerem"]
        ["Demircan" "Yılmaz" "Öztürk" "Kaya" "Aydın"];
    "India" "IN" "+91" "######" ["Pune" "Kolkata" "Hyderabad"]
        ["Priya" "Lakshmi" "Meera"] ["Arun" "Rajesh" "Sanjay"]
        ["Raman" "Banerjee" "Iyer" "Deshpande" "Kulkarni"];
    "Bangladesh" "BD" "+880" "####" ["Dhaka" "Khulna"]
        ["Nasrin" "Shirin" "Rokeya"] ["Rafiqul" "Kamal" "Anwar"]
        ["Rahman" "Chowdhury" "Hossain" "Sarker"];
    "Viet Nam" "VN" "+84" "######" ["Hanoi" "Hue" "Da Nang"]
        ["Thi Mai" "Thu Ha"] ["Van Minh" "Quang Huy"]
        ["Nguyen" "Tran" "Pham" "Le" "Hoang"];
    "Japan" "JP" "+81" "###-####" ["Sendai" "Kyoto" "Sapporo"]
        ["Yuki" "Haruka" "Naoko"] ["Satoshi" "Kenji" "Takeshi"]
        ["Ito" "Nakamura" "Yamada" "Ogawa" "Fujimoto"];
    "Philippines" "PH" "+63" "####" ["Manila" "Cebu"]
        ["Maria Teresa" "Josefina" "Liza"] ["Ramon" "Eduardo" "Benigno"]
        ["Santos" "Dela Cruz" "Reyes" "Villanueva" "Manalo"];
    "United Kingdom" "GB" "+44" "AB# #CD" ["Leeds" "Cardiff" "Exeter"]
        ["Bridget" "Fiona" "Alison"] ["Colin" "Stuart" "Graham"]
        ["Achterberg-Jones" "O'Driscoll" "Thornbury" "McAllister" "Hargreaves"];
    "Canada" "CA" "+1" "K#A #B#" ["Halifax" "Winnipeg" "Ottawa"]
        ["Danielle" "Heather" "Marie-Claude"] ["Gordon" "Jean-Marc" "Tyler"]
        ["Whitehorse" "Tremblay" "St. Clair" "MacKinnon" "Gagnon"];
    "New Zealand" "NZ" "+64" "####" ["Wellington" "Dunedin"]
        ["Aroha" "Kirsten" "Hinemoa"] ["Rangi" "Bruce" "Wiremu"]
        ["Parata" "Fraser" "Te Awa" "Ngata" "Campbell"];
    "Greece" "GR" "+30" "### ##" ["Thessaloniki" "Patras"]
        ["Eleni" "Ioanna" "Despina"] ["Nikos" "Kostas" "Stavros"]
        ["Markou" "Papadakis" "Georgiou" "Karras"];
}

/// Words that name an organisation after someone or something; `{}` is filled with a town, a field or a surname.
pub const OF_TOWN: &[&str] = &[
    "University of {}",
    "{} Port Authority",
    "{} City Council",
    "{} Technical University",
    "Municipality of {}",
    "{} Chamber of Commerce",
    "{} Water Company",
    "{} Botanical Garden",
    "Port of {}",
    "{} School of Engineering",
];

pub const OF_FIELD: &[&str] = &[
    "Ministry of {}",
    "National Institute of {}",
    "Centre for {}",
    "Department of {}",
    "{} Research Institute",
    "International {} Association",
    "Federal Office for {}",
    "{} Without Borders",
    "{} Forum",
    "Academy of {}",
];

pub const OF_NAME: &[&str] = &[
    "{} Foundation",
    "{} Engineering",
    "{} & Partners",
    "{} Ltd",
    "{} Consulting",
    "{} Trust",
    "{} Laboratories",
    "{} GmbH",
];

/// What people are by profession.
pub const JOBS: &[&str] = &[
    "Director",
    "Deputy Director",
    "Programme Officer",
    "Senior Scientist",
    "Professor",
    "Project Manager",
    "Head of Research",
    "Policy Adviser",
    "Chief Engineer",
    "Secretary General",
    "Coordinator",
    "PhD Student",
    "Research Fellow",
    "Data Analyst",
    "First Secretary",
    "Librarian",
    "Regional Manager",
    "Technical Adviser",
    "Associate Professor",
    "Communications Officer",
    "Head of Unit",
    "Executive Director",
    "Forester",
    "Lecturer",
];

pub const STREETS: &[&str] = &[
    "12 Mill Lane",
    "Hafenstrasse 7",
    "Rua das Flores 31",
    "PO Box 1120",
    "45 Harbour Road",
    "Calle Nueva 8",
    "Kirkkokatu 3",
    "3rd Floor, Orchid House",
    "88 Station Road",
    "Búza utca 2",
];
