//! Ändring av beställning.

use super::template::Line::{Colleague, Customer, Field, Office, Reply};
use super::template::{
    ANY, BRF, COMPANY, HOME, MUNICIPAL, OFFICE, ORGANISATION, PAYING_OFFICE, Template, about,
};

pub(super) const ORDER_CHANGES: &[Template] = &[
    about(HOME, "Byt städdag från {weekday} till {weekday2}")
        .body(&[
            "Gäller från {week}. Katten är hemma på {weekday}ar framöver.",
            "Har börjat jobba hemma på {weekday}ar. Samma tid om det går.",
            "Hej, går det att byta till {weekday2}ar från och med {next_month}?",
        ])
        .office()
        .common()
        .thread(&[
            Office("{Colleague} har lucka på {weekday2} kl. {time}."),
            Reply("Hej {customer_first}! Det går bra från {week}, kl. {time}. Samma person kommer."),
            Customer("Perfekt, tack!"),
        ]),
    about(HOME, "Vill pausa hemstädningen {n} veckor")
        .body(&["Bortresta. Återupptas {week}.", "Hej! Vi åker till Spanien och behöver ingen städning under tiden. Behåller vi vår tid?", ""])
        .calm()
        .office()
        .common()
        .thread(&[Reply("Hej {customer_first}, pausat. Din tid finns kvar när du kommer hem."), Customer("Toppen. Vi har lämnat nyckel hos grannen om det är något.")]),
    about(HOME, "Avboka {weekday}, sjukt barn")
        .body(&["Magsjuka hemma. Vill boka om till {weekday2}.", "Ringde kl. 7. Ingen ska gå dit i dag.", ""])
        .pressing()
        .called()
        .office()
        .common()
        .thread(&[Office("Ringt {colleague}, som åker till nästa kund direkt."), Reply("Krya på er! Vi kommer {weekday2} kl. {time} i stället."), Colleague("Okej, fick meddelandet i tid.")]),
    about(HOME, "Lägg till ugnsrengöring nästa gång")
        .body(&["Och gärna under kylen.", "En timme extra är okej. Nyckel som vanligt."])
        .calm()
        .thread(&[Reply("Hej! Inlagt, vi räknar med en timme extra."), Field("Ugnen klar. Lucka mellan glasen gick inte att öppna.")]),
    about(HOME, "Utöka till {n} timmar per gång")
        .body(&["Har flyttat till större, {sqm} kvm på {street}. Ny adress gäller från {next_month}.", "Hinner inte övervåningen i dag. Vill ha en timme till."])
        .office()
        .thread(&[Office("Går på {weekday}ar om vi flyttar nästa kund {min} minuter."), Reply("Hej {customer_first}! Från {next_month} blir det {n} timmar. Priset efter RUT blir {amount} kr per gång."), Customer("Bra, tack.")]),
    about(HOME, "Säger upp hemstädningen")
        .body(&["Ska gå i pension och städa själv. Mycket nöjd med {colleague}.", "Flyttar till Göteborg den sista {month}. Nyckeln behöver lämnas tillbaka.", "Dyrare levnadskostnader. Hoppas kunna komma tillbaka."])
        .office()
        .thread(&[
            Reply("Hej {customer_first}, tråkigt men vi förstår. Sista städningen blir {weekday} i {week}. Vi lämnar nyckeln då."),
            Field("Lämnade nyckeln i handen, kvittens påskriven."),
            Office("Kunden avslutad, nyckel utskriven ur skåpet."),
        ]),
    about(HOME, "Ny hund i huset, ändra instruktionen")
        .body(&["Snäll men skäller. Är i {home_room} när vi städar, öppna inte den dörren.", "Valp! Inga medel på golvet som han kan slicka på, bara vatten och såpa."])
        .thread(&[Office("Instruktionen uppdaterad."), Field("Träffade hunden, inga problem."), ]),
    about(HOME, "Ingen dammsugning i {home_room} framöver")
        .body(&["Nyoljat golv. Bara torr mopp i två månader.", "Nyfött barn som sover, städa tyst och ta det rummet sist."])
        .calm()
        .thread(&[Office("Står på arbetsordern nu."), Field("Ok.")]),
    about(HOME, "Byte av adress, samma städare om det går")
        .body(&["Flyttar till {street} i {next_month}. Fortsätter varannan vecka.", "Hej! Ny adress från den första. Vi vill gärna behålla {colleague}."])
        .office()
        .thread(&[Office("Ligger på {colleague}s slinga, funkar."), Reply("Hej! {Colleague} följer med er. Lämna den nya nyckeln vid sista städningen på gamla adressen."), Customer("Så bra!")]),
    about(HOME, "Flyttstäd: fel datum, ska vara {weekday}")
        .body(&["Tillträdet ändrat. Kan vi komma {soon} i stället?", "Mäklaren har flyttat överlämningen. Ring så fort som möjligt."])
        .pressing()
        .office()
        .thread(&[Office("Frågar {colleague} om kvällspass."), Reply("Hej {customer_first}! Vi kan {soon} från kl. {time}. Går det?"), Customer("Tack, ni räddar oss!"), Colleague("Klart kl. 19, nyckel i brevinkastet enligt överenskommelse.")]),
    about(BRF, "Extra städning efter stambyte, plan 1–{floor}")
        .body(&["Byggdamm i trapphus och hiss. Klart senast {weekday} {week}.", "Hantverkarna har gått ut i {stair}. Behöver våttorkas från tak till golv."])
        .common()
        .thread(&[
            Office("{n} timmar, två personer. Kund informerad om pris {mid_price} kr."),
            Customer("Godkänt av styrelsen."),
            Field("Plan 1 och 2 klara. Dammet lägger sig igen, tar ett varv till {weekday}."),
            Field("Allt klart nu."),
            Reply("Hej! Slutstädningen är klar. Hör av er om något damm kommer tillbaka."),
        ]),
    about(BRF, "Flytta trappstädningen till {weekday}")
        .body(&["Sophämtningen kommer på {weekday2}ar och drar in smuts efter oss.", "Styrelsen vill ha rent till helgen. Gäller alla portar på {street}."])
        .thread(&[Office("Byter plats med en annan BRF på rundan."), Reply("Hej {customer_first}, från {week} städar vi på {weekday}ar."), Customer("Tack, vi sätter upp en lapp.")]),
    about(BRF, "Fler soppåsar till miljörum")
        .body(&["Rullarna är slut sedan i {weekday}s.", "{n} rullar per månad räcker inte. Dubbla."])
        .calm()
        .field()
        .thread(&[Field("Lade dit fyra rullar i dag."), Office("Standardbeställningen ändrad.")]),
    about(BRF, "Byt dag för fönsterputs i trapphusen")
        .body(&["Målarna står där {week}. Skjut fram två veckor.", ""])
        .office()
        .thread(&[Office("Ombokat på putslaget."), Reply("Hej! Fönsterputsen är flyttad två veckor. Säg till om målarna blir försenade.")]),
    about(BRF, "Ny portkod från den första")
        .body(&["Ny kod behövs till alla som städar på {street}. Ordföranden lämnar den per telefon.", "Koden byts vid månadsskiftet. Får inte skickas i mejl."])
        .office()
        .thread(&[Office("Ringt {contact}. Koden är inlagd i det låsta fältet på kundkortet."), Field("Kom in utan problem i dag.")]),
    about(BRF, "Lägg till cykelrummet på rundan")
        .body(&["Sopning en gång i månaden. {Contact} godkänner {amount} kr.", "Källare och cykelrum, trapphus {stair}."])
        .calm()
        .thread(&[Field("Behöver nyckel dit, taggen räcker inte."), Customer("Nyckel finns i styrelsens brevlåda."), Office("Inlagt från {next_month}.")]),
    about(BRF, "Städning inför årsstämma")
        .body(&["Föreningslokalen, {weekday} {week}. {n}0 personer väntas.", "Golv, toaletter och kök. Stolarna ställer de fram själva."])
        .in_months(&[3, 4, 5, 6])
        .thread(&[Reply("Hej! Vi städar lokalen dagen innan."), Customer("Nyckeln hänger i skåpet som vanligt."), Field("Klart, lampan i köket är trasig.")]),
    about(COMPANY, "Byt till parfymfria medel på kontoret")
        .body(&["En medarbetare är allergiker. Gäller {office_room} och pentry.", "Ny kollega med astma. Inga doftblock på toaletterna heller."])
        .thread(&[Field("Bytt ut allrent och handtvål. Doftblocken borta."), Reply("Hej {customer_first}! Nu är allt på plats parfymfritt. Produktbladen finns i städskrubben."), Customer("Fint, hon märker redan skillnad.")]),
    about(COMPANY, "Utöka städningen till {days} dagar i veckan")
        .body(&["Fler på kontoret sedan {month}. Toaletter och pentry varje dag.", "Vill ha pris på att gå från två till {days} dagar."])
        .office()
        .common()
        .thread(&[Office("Kvällslaget klarar det med en halv tjänst till."), Reply("Hej! Från {next_month} kan vi städa {days} dagar, {price} kr per månad."), Customer("Godkänt. Skicka avtalsbilaga."), Office("Bilaga påskriven.")]),
    about(COMPANY, "Minska städningen över sommaren")
        .body(&["Halv styrka vecka 28 till 32.", "Kontoret stängt i juli. Bara blommor och post."])
        .in_months(&[5, 6])
        .office()
        .common()
        .thread(&[Reply("Hej {customer_first}, noterat: en gång i veckan under perioden. Fakturan justeras."), Customer("Tack och trevlig sommar!")]),
    about(COMPANY, "Ändra tid, vi har event på kvällen")
        .body(&["{Weekday} {week}: städa före kl. {time} eller efter 22.", "Gäster i {office_room}. Kom gärna morgonen efter i stället."])
        .thread(&[Field("Kan ta det på morgonen kl. 6."), Reply("Hej! Vi städar morgonen efter i stället, klart före kl. 8."), Customer("Utmärkt.")]),
    about(COMPANY, "Ny kontaktperson hos kund")
        .body(&["{Contact} tar över efter {first}. Telefon och mejl uppdaterade.", "Meddela personalen, gäller nycklar och larm."])
        .calm()
        .office()
        .thread(&[Office("Kundkortet ändrat.")]),
    about(COMPANY, "Beställning av förbrukningsmaterial")
        .body(&["{n} kartonger pappershanddukar, {n2} dunkar tvål. Leverans till plan {floor}.", "Vill att vi fyller på automatiskt när det tar slut."])
        .field()
        .common()
        .thread(&[Office("Beställt, levereras {soon}."), Field("Levererat och inställt i skåpet."), ]),
    about(COMPANY, "Lägg till sophantering, kartong och plast")
        .body(&["Ny miljöstation på gården. {Contact} visar.", "Kärlen är märkta. Ska tömmas varje {weekday}."])
        .thread(&[Field("Fått genomgång av {contact_first}."), Office("Tillägg {amount} kr per månad, bekräftat i mejl.")]),
    about(OFFICE, "Storhelg: ingen städning klämdagen")
        .body(&["Stängt hela dagen, larmet är på.", "Bekräfta att ingen kommer. Förra året löste larmet ut."])
        .in_months(&[1, 4, 5, 6])
        .office()
        .thread(&[Reply("Bekräftat, ingen städning på klämdagen."), Office("Schemat ändrat, {colleague} informerad.")]),
    about(OFFICE, "Jul och nyår, ändrat schema")
        .body(&["Stängt 23 december till 6 januari. Storstäd första dagen efter.", "Bara toaletter i mellandagarna. Tre personer jobbar."])
        .in_months(&[11, 12])
        .office()
        .common()
        .thread(&[Office("Inlagt i julschemat."), Reply("Hej {customer_first}! Vi har noterat era tider. God jul när det är dags."), Customer("Tack detsamma!")]),
    about(OFFICE, "Golvvård i {office_room}, flytta datum")
        .body(&["Möblerna är inte undanställda. Kan vi ta det {soon}?", "Rummet bokat hela {week}."])
        .thread(&[Field("Maskinen är bokad till annat objekt den dagen. {Weekday} går."), Reply("Hej! {Weekday} kl. {time} fungerar. Ställ gärna ut stolarna."), Customer("Det ordnar vi.")]),
    about(MUNICIPAL, "Studiedag, städa hela dagen")
        .body(&["Inga barn {weekday} {week}. Passa på att göra golven i {school_room}.", "Dagtid i stället för kväll. Personalen har möte i matsalen 13–15."])
        .in_months(&[1, 2, 3, 5, 8, 9, 10, 11])
        .thread(&[Office("{Colleague} byter pass."), Colleague("Golven gjorda, två lager."), Customer("Så blankt det blev!")]),
    about(MUNICIPAL, "Tillfälligt stängd avdelning")
        .body(&["Vattenläcka. Ingen städning där tills vidare.", "Avdelningen flyttar till modul på gården. Ny nyckel behövs."])
        .pressing()
        .thread(&[Office("Ändrat i körplanen."), Field("Fått nyckel till modulen av vaktmästaren."), Office("Avdelningen öppnar igen {soon}.")]),
    about(PAYING_OFFICE, "Avropa takdammsugning")
        .body(&["Ventilationsdon svarta på plan {floor}. En gång räcker.", ""])
        .calm()
        .thread(&[Reply("Hej! {n} timmar, {amount} kr. Passar {weekday}?"), Customer("Ja."), Field("Klart. Två don går inte att öppna.")]),
    about(ORGANISATION, "Uppsägning av avtal")
        .body(&["Tre månader enligt avtalet. Sista dagen i {next_month}.", "Organisationen ska städa i egen regi. Vill ha tillbaka alla nycklar och taggar."])
        .pressing()
        .office()
        .thread(&[Office("Ringde {contact}. Inget missnöje, rent ekonomiskt beslut."), Reply("Hej {customer_first}, uppsägningen är mottagen. Nycklar och taggar lämnas sista dagen mot kvittens."), Field("Tömt städskrubben, allt vårt är hemtaget."), Office("Nycklar återlämnade.")]),
    about(ANY, "Ändra fakturaadress")
        .body(&["Ny adress: {street}. Gäller nästa faktura.", "Referens saknas på fakturan, ska stå kostnadsställe.", "Hej, vi har flyttat. Skicka fakturorna till {street} framöver."])
        .calm()
        .office()
        .thread(&[Office("Ändrat i kundregistret."), Reply("Hej! Det är ändrat från och med nästa faktura.")]),
    about(ANY, "Vill byta till e-faktura")
        .body(&["Slipper papper. Anmäld via banken.", ""])
        .calm()
        .office()
        .thread(&[Office("Medgivandet har kommit in."), Reply("Hej! Från nästa månad får du e-faktura.")]),
    about(ANY, "Hämta ny nyckel före {weekday}")
        .body(&["Låsbyte. Den gamla passar inte längre.", "Cylindern bytt efter inbrott hos grannen. Nyckel finns att kvittera ut."])
        .pressing()
        .thread(&[Field("Hämtad och märkt, ligger på krok {n}{n2}."), Office("Gamla nyckeln makulerad i listan.")]),
];
