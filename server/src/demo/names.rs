//! First and last names as they stand on the staff and customer lists of a Swedish company.

#[rustfmt::skip]
pub(super) const FIRST: &[&str] = &[
    "Eva", "Lennart", "Birgitta", "Ann-Sofie", "Kerstin", "Jonas", "Peter", "Karin", "Åsa", "Örjan",
    "Anna", "Lars", "Margareta", "Anders", "Ingrid", "Mikael", "Elisabeth", "Johan", "Annika", "Per",
    "Lena", "Karl-Erik", "Marie", "Fredrik", "Sara", "Magnus", "Helena", "Henrik", "Malin", "Mattias",
    "Ulla", "Bengt", "Gunilla", "Björn", "Monica", "Göran", "Inger", "Håkan", "Barbro", "Sören",
    "Camilla", "Niklas", "Linnéa", "Oskar", "Ebba", "Viktor", "Elsa", "Hugo", "Alva", "Axel",
    "Maja", "Ludvig", "Tuva", "Elias", "Saga", "Nils", "Freja", "Gustav", "Moa", "Sixten",
    "Märta", "Åke", "Solveig", "Torbjörn", "Siv", "Rune", "Gerd", "Stig", "Berit", "Kjell",
    "Anna-Karin", "Lars-Göran", "Eva-Lena", "Per-Olof", "Maj-Britt", "Sven-Erik", "Ann-Charlotte",
    "Jan-Åke", "Marie-Louise", "Britt-Marie", "Cecilia", "Daniel", "Emma", "Erik", "Frida", "Gabriel",
    "Hanna", "Ida", "Jesper", "Katarina", "Lovisa", "Martin", "Nina", "Olof", "Petra", "Robert",
    "Sandra", "Tobias", "Ulrika", "Victoria", "Yvonne", "Åsa-Marie", "Jörgen", "Désirée",
    "Fatima", "Mohammed", "Aisha", "Ahmed", "Zahra", "Hassan", "Leila", "Omar", "Nour", "Yusuf",
    "Mariam", "Ali", "Samira", "Ibrahim", "Rana", "Khalid", "Hodan", "Abdi", "Amina", "Farah",
    "Agnieszka", "Piotr", "Katarzyna", "Marek", "Irina", "Dmitri", "Oksana", "Andrii", "Elena", "Milan",
    "Jelena", "Dragan", "Senada", "Emir", "Mirela", "Ionel", "Ana", "Carlos", "Lucía", "Miguel",
    "Somchai", "Malee", "Nguyet", "Minh", "Priya", "Arjun", "Selam", "Tesfaye", "Hiwot", "Yonas",
    "Shirin", "Reza", "Parisa", "Azad", "Rojin", "Elif", "Mehmet", "Päivi", "Jukka", "Aino",
];

#[rustfmt::skip]
pub(super) const LAST: &[&str] = &[
    "Karlsson", "Öberg", "Nyström", "Björklund", "Holmgren", "Ekström", "Wallin", "Andersson",
    "Johansson", "Nilsson", "Eriksson", "Larsson", "Olsson", "Persson", "Svensson", "Gustafsson",
    "Pettersson", "Jonsson", "Jansson", "Hansson", "Bengtsson", "Jönsson", "Lindberg", "Jakobsson",
    "Magnusson", "Lindström", "Lindgren", "Axelsson", "Bergström", "Lundberg", "Lind", "Lundgren",
    "Lundqvist", "Mattsson", "Berglund", "Fredriksson", "Sandberg", "Henriksson", "Forsberg",
    "Sjöberg", "Ali", "Mohamed", "Engström", "Eklund", "Danielsson", "Lundin", "Håkansson",
    "Björk", "Bergman", "Gunnarsson", "Wikström", "Samuelsson", "Isaksson", "Fransson", "Bergqvist",
    "Nyberg", "Holm", "Löfgren", "Söderberg", "Nordström", "Blomqvist", "Åberg", "Åström", "Hedlund",
    "Sundberg", "Norberg", "Strand", "Dahlberg", "Hellström", "Sjögren", "Ström", "Åkerlund",
    "Falk", "Ekdahl", "Sandell", "Wiklund", "Hallberg", "Hägglund", "Öhman", "Östlund", "Ågren",
    "Säfström", "Rönnberg", "Kjellberg", "Nordin", "Marklund", "Brännström", "Lövgren", "Stenberg",
    "Ljungberg", "Palmqvist", "Törnqvist", "Ahlgren", "Dahlgren", "Fors", "Granath", "Hjorth",
    "Kvist", "Lilja", "Malmberg", "Norén", "Rydén", "Sandén", "Thorén", "Vinberg", "Widén",
    "von Essen", "af Geijerstam", "Berg Lindqvist", "Åkesson Nyman", "Larsson Hedin", "Sundin Ek",
    "Hassan", "Ahmed", "Yilmaz", "Demir", "Al-Masri", "Haidar", "Khoury", "Abdullahi", "Warsame",
    "Osman", "Farah", "Hosseini", "Karimi", "Rahimi", "Tadesse", "Tesfay", "Ghebremedhin",
    "Kowalska", "Nowak", "Wiśniewski", "Zielińska", "Petrović", "Jovanović", "Hodžić", "Begić",
    "Popescu", "Ionescu", "Shevchenko", "Kovalenko", "García", "Fernández", "Rojas", "Nguyen",
    "Tran", "Srisai", "Patel", "Sharma", "Korhonen", "Virtanen", "Mäkelä", "Koskinen", "Ivanova",
];

/// The part of a name before `@` in a mail address: lower case, without accents or spaces.
pub(super) fn mail_part(name: &str) -> String {
    name.to_lowercase().chars().filter_map(plain_letter).collect()
}

fn plain_letter(letter: char) -> Option<char> {
    Some(match letter {
        'å' | 'ä' | 'á' | 'à' => 'a',
        'ö' | 'ó' | 'ø' => 'o',
        'é' | 'è' | 'ë' => 'e',
        'í' | 'ï' => 'i',
        'ü' | 'ú' => 'u',
        'ć' | 'č' | 'ç' => 'c',
        'ś' | 'š' | 'ş' => 's',
        'ń' | 'ñ' => 'n',
        'ž' | 'ż' | 'ź' => 'z',
        'ł' => 'l',
        'ğ' => 'g',
        _ if letter.is_ascii_alphanumeric() || letter == '-' => letter,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn there_are_enough_names_and_none_twice() {
        for list in [FIRST, LAST] {
            let distinct: HashSet<_> = list.iter().collect();
            assert!(distinct.len() >= 120);
            assert_eq!(distinct.len(), list.len());
        }
    }

    #[test]
    fn every_name_gives_a_plain_mail_address() {
        for name in FIRST.iter().chain(LAST) {
            let part = mail_part(name);
            let letters = name.chars().filter(|c| *c != ' ').count();
            assert!(part.is_ascii() && part.len() == letters, "{name} gave {part}");
        }
    }
}
