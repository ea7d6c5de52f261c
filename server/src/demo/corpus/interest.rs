//! Intresseanmälan.

use super::template::Line::{Colleague, Customer, Field, Office, Reply};
use super::template::{
    ANY, BRF, COMPANY, HOME, MUNICIPAL, OFFICE, ORGANISATION, PAYING_OFFICE, SHOP, Template, about,
};

pub(super) const INTEREST: &[Template] = &[
    about(HOME, "Offert på fönsterputs, {windows} fönster")
        .body(&[
            "Villa på {street}, in- och utsida. Spröjs på framsidan. Gärna före helgen.",
            "Treglas, öppningsbara. Vill ha fast pris med RUT.",
            "Hej! Vad kostar det att putsa {windows} fönster, båda sidor? Vi har egen stege.",
        ])
        .in_months(&[3, 4, 5, 6, 8, 9, 10, 11])
        .office()
        .common()
        .thread(&[
            Reply("Hej {customer_first}! För {windows} fönster, in- och utsida, blir det {amount} kr efter RUT-avdrag. Vi har tid {soon}."),
            Customer("Låter bra, vi kör på det. Måste vi vara hemma?"),
            Reply("Det räcker att någon öppnar kl. {time}. Plocka gärna undan på fönsterbrädorna."),
            Office("Bokat på putslaget."),
        ]),
    about(HOME, "Önskar hemstädning varannan vecka, {sqm} kvm")
        .body(&[
            "{rooms} rum och kök på {street}. Helst {weekday}ar. En hund i hushållet.",
            "Småbarnsfamilj, vill ha hjälp varannan vecka. Undrar över pris efter RUT och om vi tar med egna medel.",
            "Hej, vi söker hemstäd varannan vecka, start {next_month}. Ring gärna efter kl. 16.",
        ])
        .office()
        .common()
        .thread(&[
            Reply("Hej {customer_first}, vad roligt! Jag kommer gärna och tittar {soon} kl. {time}, det tar en kvart. Passar det?"),
            Customer("Det passar bra, ring på hos {customer_last}."),
            Office("Hembesök gjort. {n} timmar per gång, {colleague} föreslagen."),
            Reply("Tack för en trevlig pratstund! Offerten ligger i din mejl, den gäller i 30 dagar."),
            Customer("Vi tackar ja. När kan ni börja?"),
        ]),
    about(HOME, "Önskar storstädning före jul")
        .body(&["{rooms} rum och kök, {sqm} kvm. RUT-avdrag.", "Ringde, vill ha storstäd före den 20 december. Gärna med ugn och fönster i {home_room}."])
        .in_months(&[10, 11, 12])
        .office()
        .thread(&[
            Office("Luckor kvar i {week}. Räkna med {n} timmar."),
            Reply("Hej {customer_first}! Vi kan {weekday} i {week} kl. {time}. Ska ugnen ingå?"),
            Customer("Ja tack, och kylskåpet om det hinns med."),
        ]),
    about(HOME, "Flyttstädning {sqm} kvm, {street}")
        .body(&[
            "Utflyttning den sista {next_month}, besiktning dagen efter. Fönster ingår? Balkong inglasad.",
            "Dödsbo, tömt av flyttfirma. Nyckel finns hos mäklaren.",
            "Hej! Vi flyttar i {next_month} och vill ha offert på flyttstäd med garanti.",
        ])
        .office()
        .common()
        .thread(&[
            Reply("Hej {customer_first}! Flyttstäd {sqm} kvm inklusive fönster: {mid_price} kr efter RUT, med 14 dagars garanti."),
            Customer("Bra pris. Är det okej att det inte finns varmvatten?"),
            Reply("Vi behöver el och vatten, gärna varmt. Annars tar det längre tid."),
            Office("Bokad. Nyckelkvittens skickad."),
        ]),
    about(HOME, "Visningsstädning inför försäljning")
        .body(&["Fotografen kommer {soon} kl. {time}. {rooms} rum, mest kök och badrum.", "Mäklaren har tipsat om oss. Visning på söndag."])
        .pressing()
        .office()
        .thread(&[
            Office("Tajt men går. {Colleague} kan ta det på eftermiddagen innan."),
            Reply("Hej! Vi kan städa dagen före fotograferingen. {n} timmar, {amount} kr efter RUT."),
            Customer("Toppen, kör!"),
        ]),
    about(HOME, "Byggstädning efter köksrenovering")
        .body(&["Damm precis överallt. {sqm} kvm, men bara nedervåningen. Snickarna är klara på {weekday}.", "Undrar om byggdamm ger RUT. Köket och hallen."])
        .office()
        .thread(&[
            Reply("Hej {customer_first}, ja, byggstäd i hemmet ger RUT-avdrag. Räkna med {n} timmar för två personer."),
            Customer("Då bokar vi. Eluttaget i köket funkar inte än, bara så ni vet."),
        ]),
    about(HOME, "Intresserad av trädgårdshjälp också")
        .body(&["Har hemstäd i dag. Gör vi gräsklippning och häck, eller kan vi rekommendera någon?", ""])
        .in_months(&[4, 5, 6, 7, 8])
        .calm()
        .office()
        .thread(&[Reply("Hej! Vi gör tyvärr inte trädgård, men jag skickar namnet på en firma som vi brukar samarbeta med."), Customer("Tack ändå!")]),
    about(HOME, "Tvätthjälp och strykning")
        .body(&["Äldre kund, dottern {first} ringde. {n} timmar i veckan, skjortor och lakan.", "Kan man lägga till strykning på hemstäd? Ungefär tio skjortor."])
        .calm()
        .office()
        .thread(&[Reply("Hej! Ja, vi lägger till en timme per gång. Strykning ger också RUT-avdrag."), Customer("Bra, börja nästa gång.")]),
    about(HOME, "Undrar om städning av sommarstuga")
        .body(&["Stuga utanför {place}, en gång i {month}. Vatten ur brunn.", "Hej, vi hyr ut stugan veckovis och behöver städ på lördagar hela sommaren."])
        .in_months(&[4, 5, 6, 7])
        .office()
        .thread(&[
            Office("Lördagar är svårt, men {first} har sagt ja till helger i juli."),
            Reply("Hej {customer_first}! Vi kan ta lördagar i juli. Restid tillkommer med {amount} kr per gång."),
            Customer("Vi återkommer när uthyrningen är klar."),
        ]),
    about(HOME, "Presentkort på hemstäd")
        .body(&["Till svärmor som fyller 70. {n} timmar. Går RUT att dra på mottagaren?", "Finns presentkort? Behöver det {soon}."])
        .calm()
        .office()
        .rare()
        .thread(&[Reply("Hej! Ja. RUT-avdraget görs på den som får städningen, så vi behöver hennes uppgifter vid bokningen."), Customer("Tack, jag köper {n} timmar.")]),
    about(HOME, "Städhjälp till mamma, {age} år")
        .body(&[
            "{Customer_first} ringde för sin mammas räkning. Trappor, hallmatta och dammsugning. Lugnt tempo, mamman hör dåligt.",
            "Vill ha någon som kommer samma tid varje vecka. Hemtjänsten sköter resten.",
        ])
        .called()
        .office()
        .thread(&[
            Office("Föreslår {colleague}, van vid äldre kunder."),
            Reply("Hej {customer_first}! Vi börjar med ett hembesök {soon} kl. {time}. Var gärna med själv."),
            Customer("Jag är med. Ring på två gånger, hon är lite långsam till dörren."),
            Colleague("Träffade båda i dag, mysigt. {Weekday}ar blir bra."),
        ]),
    about(BRF, "Ny förening söker trappstädning")
        .body(&[
            "{n} trapphus med hiss, tvättstuga och garage. Nuvarande avtal löper ut sista {next_month}.",
            "Stambyte nyss klart. Styrelsen vill ha offert på trappstäd en gång i veckan och storstäd två gånger om året.",
            "Hej, vi är {n} portar på {street} och inte nöjda med nuvarande firma. Kan ni komma och titta?",
        ])
        .office()
        .common()
        .thread(&[
            Reply("Hej {customer_first}! Jag kan komma och gå igenom husen {soon} kl. {time}. Har ni en planritning?"),
            Customer("Ritning bifogas. Vi ses vid {street}, port {stair}."),
            Office("Visning gjord. Linoleum i trappan, klinker i entrén. {n} timmar per vecka."),
            Reply("Tack för visningen! Offerten är skickad: {price} kr per månad exklusive moms."),
            Customer("Styrelsen beslutar på mötet {soon}."),
        ]),
    about(BRF, "Pris på garagestädning")
        .body(&["Maskinsopning och spolning, {n}0 platser. Ska vara klart före maj.", "Grus och salt efter vintern. Vill ha natt- eller dagtid?"])
        .in_months(&[3, 4, 5])
        .office()
        .thread(&[
            Reply("Hej! Garaget kostar {price} kr, och alla bilar måste vara ute mellan kl. 8 och 15. Vi har lappar att sätta upp."),
            Customer("Skicka lapparna, vi sätter upp dem i {weekday}."),
            Office("Sopmaskin bokad."),
        ]),
    about(BRF, "Offert på golvvård i entréerna")
        .body(&["Klinkern är matt och fogarna svarta. {n} entréer.", "Undrar om djuprengöring och impregnering. Kan göras trappa för trappa."])
        .office()
        .thread(&[
            Office("{Colleague} har mätt: cirka {sqm} kvm."),
            Reply("Hej {customer_first}, vi föreslår djuprengöring av alla entréer, {price} kr. Tar två dagar."),
            Customer("Kan ni göra en provyta först?"),
            Field("Provyta gjord i port {stair}. Stor skillnad."),
        ]),
    about(BRF, "Klottersanering, finns det som avtal?")
        .body(&["Tre gånger på ett år. {Contact} undrar om fast pris.", ""])
        .calm()
        .office()
        .thread(&[Reply("Hej! Vi har ett klotteravtal med sanering inom 24 timmar, {mid_price} kr om året. Jag skickar villkoren."), Customer("Tar upp det på nästa styrelsemöte.")]),
    about(BRF, "Snöskottning vid portarna?")
        .body(&["Fastighetsskötaren har slutat. Kan vi ta portar och trappor när vi ändå är där?", "Vill ha pris på skottning och sand för {n} portar."])
        .in_months(&[10, 11, 12, 1, 2])
        .office()
        .thread(&[
            Office("Vi har ingen jour. Bara i samband med städning i så fall."),
            Reply("Hej! Vi kan skotta framför portarna de dagar vi städar, men inte ha beredskap. För jour behöver ni en snöröjare."),
            Customer("Förstår. Vi tar det för portarna i alla fall."),
        ]),
    about(COMPANY, "Nytt kontor på {street}, {sqm} kvm")
        .body(&[
            "Flyttar in i {next_month}. Städning två gånger i veckan, kväll. {Contact} visar lokalen.",
            "{n}0 arbetsplatser, tre mötesrum, pentry. Vill att vi sköter fruktkorg och diskmaskin också.",
            "Hej! Vi öppnar kontor i {place} och söker städning från {next_month}. Kan vi få en offert?",
        ])
        .office()
        .common()
        .thread(&[
            Reply("Hej {customer_first}! Gärna. Kan vi ses på plats {soon} kl. {time}?"),
            Customer("Ja, fråga efter mig i receptionen."),
            Office("Mätt: textilgolv i hälften. Behöver mattvätt en gång om året. Räknar."),
            Reply("Offerten är skickad. {price} kr per månad, förbrukningsmaterial till självkostnad."),
            Customer("Vi tackar ja, nycklar finns att hämta från den första."),
        ]),
    about(SHOP, "Golvvård i butik, nattetid")
        .body(&["Plastmatta cirka {sqm} kvm. Skurning och polish. Öppettider 10–20.", "Hyllorna står kvar. Vill ha pris med och utan polish."])
        .office()
        .thread(&[
            Field("Mätte i dag. Gammal polish i lager, måste strippas."),
            Reply("Hej! Vi föreslår stripp och två lager polish, {price} kr. Det tar två nätter."),
            Customer("Okej, helst söndag till tisdag."),
        ]),
    about(COMPANY, "Extra fönsterputs före kundevent")
        .body(&["Glaspartier i entrén och {office_room}. Måste vara klart {soon}.", "{Contact} vill ha in- och utsida, plan {floor}. Lift behövs?"])
        .pressing()
        .office()
        .thread(&[
            Office("Ingen lift, teleskop räcker till plan 2."),
            Reply("Hej {customer_first}! Vi kan putsa {soon} kl. {time}, {amount} kr exklusive moms."),
            Customer("Bokat. Gästerna kommer kl. 10 så det måste vara klart då."),
            Field("Klart. En ruta i entrén är sprucken nere till vänster, var så redan."),
        ]),
    about(SHOP, "Entrémattor, hyra och byte")
        .body(&["Vill ha pris på två mattor med byte varannan vecka under vintern.", "Undrar om logga på mattan."])
        .in_months(&[9, 10, 11, 12])
        .calm()
        .office()
        .thread(&[Reply("Hej! Två mattor 115 × 200 med byte varannan vecka blir {amount} kr per månad. Logga går att få vid 12 månaders avtal."), Customer("Vi provar utan logga först.")]),
    about(COMPANY, "Städning av tandläkarmottagning")
        .body(&["Fyra behandlingsrum, sterilrum städar de själva. Kvällar efter kl. 18.", "Krav på basal hygien. Har vi utbildad personal?"])
        .office()
        .rare()
        .thread(&[
            Office("{Colleague} och {first} har hygienutbildningen. Intyg finns i pärmen."),
            Reply("Hej {customer_first}, ja, två av oss har utbildning i vårdhygien. Jag bifogar intygen."),
            Customer("Utmärkt. Kom gärna förbi {soon}."),
        ]),
    about(OFFICE, "Storstädning av kök och pentry")
        .body(&["Kyl, frys, ugn och skåp in- och utvändigt. {n} pentryn.", "Inför att nya hyresgäster kommer i {next_month}."])
        .calm()
        .office()
        .thread(&[Reply("Hej! {n} pentryn tar ungefär en arbetsdag, {mid_price} kr exklusive moms. Töm gärna kylarna innan."), Customer("Ja tack. En {weekday} passar bäst.")]),
    about(OFFICE, "Mattvätt, {sqm} kvm textilgolv")
        .body(&["Kaffefläckar vid {office_room}. Går det på en helg?", ""])
        .office()
        .thread(&[
            Field("Tittade i dag. {Stain} som nog inte går bort helt, resten okej."),
            Reply("Hej {customer_first}, vi kan tvätta mattorna en lördag, torrt till måndag. {mid_price} kr."),
            Customer("Boka första lediga lördag."),
        ]),
    about(MUNICIPAL, "Sommarstädning av skola, förfrågan")
        .body(&["Golvvård i {n}0 klassrum, vecka 26 till 31. Underlag kommer i mejl.", "Anbud ska in före den sista {month}. Skallkrav: miljömärkta medel."])
        .in_months(&[2, 3, 4, 5])
        .office()
        .thread(&[
            Office("Räknar på {n} personer i fyra veckor. Behöver två maskiner till."),
            Reply("Hej! Vi lämnar gärna anbud. Kan vi titta på golven {soon}?"),
            Customer("Vaktmästaren möter er kl. {time} vid huvudentrén."),
            Office("Anbud inlämnat."),
        ]),
    about(MUNICIPAL, "Tillfällig städning under ombyggnad")
        .body(&["Ordinarie personal räcker inte. {n} veckor, {n2} timmar om dagen.", "Dammigt i korridorerna. Behöver någon från {soon}."])
        .pressing()
        .office()
        .thread(&[Office("{Colleague} kan gå upp i tid. Frågar."), Reply("Hej! Vi kan bemanna från {soon}. Avrop på ramavtalet, timpris enligt bilaga."), Customer("Bra, beställning kommer via systemet.")]),
    about(BRF, "Tipsade av grannföreningen")
        .body(&["Vill ha samma upplägg som grannfastigheten: en gång i veckan, storstäd vår och höst.", "Ring upp {soon}, nås bäst efter lunch."])
        .called()
        .office()
        .thread(&[Office("Ringt, ej svar. Försöker igen {soon}."), Office("Fick tag i {contact}. Möte {weekday} kl. {time}."), Reply("Tack för samtalet! Jag ser fram emot att ses på {weekday} kl. {time}.")]),
    about(PAYING_OFFICE, "Begär offert i konkurrens")
        .body(&["Tre firmor tillfrågade. Vill ha referenser och miljöpolicy.", "Förfrågningsunderlag kommer. Svar senast den sista {next_month}."])
        .office()
        .thread(&[
            Office("Referenser: tag {street} och den nya tandvården."),
            Reply("Hej {customer_first}, offert, referenser och miljöpolicy är bifogade. Hör av dig om något saknas."),
            Customer("Tack, besked kommer om två veckor."),
            Office("Vi förlorade på priset, skillnad {amount} kr. Återkom om ett år."),
        ]),
    about(ANY, "Prisuppgift på sanering efter rökning")
        .body(&["Hyresgäst har rökt inne. {rooms} rum, gulnade väggar och tak.", "Lukten sitter i. Ozon?"])
        .office()
        .rare()
        .thread(&[Field("Tittade på plats. Tvätt av tak och väggar i två omgångar, sedan ozon."), Reply("Hej! Vi föreslår vägg- och taktvätt plus ozonbehandling, {price} kr. Måste målas efteråt i {home_room}."), Customer("Vi tar det med hyresgästen först.")]),
    about(ANY, "Vill ha mer information om miljömärkta medel")
        .body(&["Läst på hemsidan. Kan vi städa helt med Svanenmärkt?", "Använder ni ultrarent vatten? Undrar inför avtal."])
        .written()
        .calm()
        .office()
        .thread(&[Reply("Hej {customer_first}! Ja, i all vanlig städning använder vi bara miljömärkta medel, och till fönster avjoniserat vatten."), Customer("Då vill vi gärna ha en offert.")]),
    about(ORGANISATION, "Vill byta städfirma, nuvarande avtal går ut")
        .body(&["Tre månaders uppsägning. Behöver offert före {weekday} {week}.", "Missnöjda med nuvarande. {Contact} har hört gott om oss."])
        .office()
        .thread(&[
            Reply("Hej {customer_first}! Jag ringer {soon} kl. {time} så går vi igenom vad ni behöver."),
            Office("Bra samtal. Vill ha fast team och en kontaktperson."),
            Customer("Tack för i dag. Skicka offerten så tar vi beslut i {next_month}."),
        ]),
    about(ANY, "Ringde om städning, ville ha pris per timme")
        .body(&["Skulle jämföra. Gav timpris, skickar prislista.", "Bara en snabb fråga, ingen bokning än.", ""])
        .called()
        .calm()
        .office()
        .thread(&[Office("Prislista mejlad."), Office("Ringt upp igen. Avvaktar.")]),
];
