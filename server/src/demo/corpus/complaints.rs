//! Klagomål.

use super::template::Line::{Colleague, Customer, Field, Office, Reply};
use super::template::{
    ANY, BRF, COMPANY, HOME, MUNICIPAL, OFFICE, ORGANISATION, PAYING_OFFICE, SHOP, Template, about,
};

pub(super) const COMPLAINTS: &[Template] = &[
    about(BRF, "Trapphus {stair} ej städat {past}")
        .body(&[
            "Boende på plan {floor} ringde: grus kvar i entrén och mattan ej dammsugen. Kollar körplanen.",
            "{Contact} hörde av sig, flera boende har klagat. Hissen var också missad.",
        ])
        .pressing()
        .common()
        .thread(&[
            Office("Enligt körplanen låg {stair} sist på rundan. Frågar {colleague}."),
            Colleague("Hann inte, nyckeln till {stair} låg inte i skåpet. Tar det {soon}."),
            Reply("Hej {customer_first}! Det stämmer, trapphus {stair} missades. Vi städar det {soon} utan kostnad."),
            Customer("Tack, bra att ni tar det direkt."),
            Field("Klart nu, entrémattan dammsugen på båda sidor."),
        ]),
    about(BRF, "Grus i entrén, {street}")
        .body(&[
            "Vaktmästaren har sandat, allt dras in i trapphuset. Boende tycker att det borde moppas oftare.",
            "Grus ända upp till plan {floor}. Kan vi lägga in en extra moppning i veckan tills det torkar upp?",
        ])
        .in_months(&[11, 12, 1, 2, 3, 4])
        .thread(&[
            Office("Avtalet säger en gång i veckan. Föreslår extra moppning på {weekday}ar till och med mars."),
            Reply("Hej! Vi kan lägga till en moppning i veckan under vintern, {amount} kr per månad. Ska vi köra på det?"),
            Customer("Ja, styrelsen säger ja. Börja gärna redan nästa vecka."),
        ]),
    about(BRF, "Papperskorgar i tvättstugan inte tömda")
        .body(&[
            "Andra veckan i rad. Luddet ligger kvar i filtret också, men det är väl de boendes sak?",
            "Soporna i tvättstugan var överfulla i helgen. Ska ingå varje {weekday}.",
        ])
        .thread(&[
            Field("Tvättstugan var låst, min tagg funkar inte där längre."),
            Office("Beställt ny tagg av {contact_last}. Hämtas {soon}."),
            Reply("Hej {customer_first}, vår tagg hade slutat fungera i tvättstugan. Ny är på väg och vi tömmer {soon}."),
        ]),
    about(BRF, "Hissen luktar starkt efter städning")
        .body(&["Boende i trapphus {stair} får huvudvärk. Vilket medel använder vi i hissen?", ""])
        .thread(&[
            Field("Använde rostfritt-sprayen på knapparna. Byter till fuktad duk."),
            Reply("Hej, lukten kom från ett polermedel. Vi använder det inte i hissen längre."),
        ]),
    about(BRF, "Städaren ställde upp porten, {street}")
        .body(&[
            "Obehöriga gick in medan porten stod öppen. {Contact} vill att vi påminner alla om att aldrig ställa upp dörren.",
        ])
        .pressing()
        .called()
        .office()
        .thread(&[
            Office("Pratat med {colleague}. Bar in maskinen och glömde kilen."),
            Reply("Hej {customer_first}! Vi har gått igenom det med hela laget. Porten ska alltid vara stängd, och kilen är borttagen."),
            Customer("Bra, tack för snabb återkoppling."),
        ]),
    about(BRF, "Fläckar på väggen i trapphus {stair} efter moppning")
        .body(&["Grå ränder längs sockeln på plan {floor}. Går de att tvätta bort?", "Smutsigt vatten har stänkt på den nymålade väggen."])
        .thread(&[
            Field("Torkade av med ren mopp, syns knappt nu. En rand vid hissen är kvar."),
            Office("Ta mirakelsvampen nästa gång, försiktigt så färgen inte blir blank."),
        ]),
    about(BRF, "Soprummet stinker")
        .body(&[
            "Ska spolas en gång i månaden enligt avtalet men {contact} tror inte att det är gjort sedan {last_month}.",
            "Något har läckt från matavfallskärlet. Flugor också.",
        ])
        .in_months(&[5, 6, 7, 8, 9])
        .pressing()
        .field()
        .thread(&[
            Field("Spolade i dag. Brunnen var nästan stopp, fastighetsskötaren behöver rensa den."),
            Reply("Hej! Soprummet är spolat. Golvbrunnen rinner dåligt, be gärna fastighetsskötaren titta på den."),
            Customer("Det gör vi. Stor skillnad redan!"),
        ]),
    about(HOME, "Missnöjd med senaste städningen")
        .body(&[
            "Dammigt på listerna i {home_room} och ej dammsuget under sängen. Vill inte betala fullt pris.",
            "{Customer_first} ringde, besviken. Badrumsspegeln randig, golvet kladdigt vid spisen. Vill att någon kommer tillbaka.",
            "Hej, jag är inte nöjd med städningen {past}. Ni hade glömt {home_room} helt. Kan någon höra av sig?",
        ])
        .pressing()
        .common()
        .thread(&[
            Reply("Hej {customer_first}, tråkigt att höra! {Colleague} kan komma {soon} kl. {time} och rätta till det, utan kostnad. Passar det?"),
            Customer("Ja, det går bra. Jag är hemma då."),
            Colleague("Var där i dag, gick igenom allt tillsammans med kunden. Nöjd nu."),
            Office("Fint. Följer upp efter nästa ordinarie städning."),
        ]),
    about(HOME, "Trasig vas i {home_room}")
        .body(&[
            "Vas stod på kanten av hyllan och ramlade vid dammsugning. {Colleague} lade en lapp. Kunden säger att den var värd {amount} kr.",
            "Kom hem och hittade vasen i bitar, ingen hade skrivit något. Vill veta hur det ersätts.",
        ])
        .office()
        .thread(&[
            Office("Ber om bild och kvitto. Under självrisken, så vi tar det direkt."),
            Reply("Hej {customer_first}, vi beklagar! Skicka gärna en bild och ungefärligt värde, så ersätter vi den på nästa faktura."),
            Customer("Skickade bild i mejl. Den var från min mormor men jag nöjer mig med {amount} kr."),
            Office("Avdrag inlagt på nästa faktura."),
        ]),
    about(HOME, "Städaren kom {min} minuter sent")
        .body(&["Kunden hade tagit ledigt för att släppa in. Ingen ringde.", "Andra gången den här månaden. Vill bli uppringd om det blir sent."])
        .thread(&[
            Field("Bussen stod still i Gränby. Skulle ha ringt, förlåt."),
            Reply("Hej {customer_first}, vi borde ha ringt. Vi drar av tiden och ser till att du får ett sms om det händer igen."),
        ]),
    about(HOME, "Ingen kom i dag")
        .body(&[
            "Skulle vara här kl. {time}. Har väntat hela förmiddagen.",
            "{Customer_first} undrar om städningen är inställd. Inget sms har kommit.",
        ])
        .acute()
        .called()
        .office()
        .thread(&[
            Office("{Colleague} är sjuk, ombokningen blev aldrig gjord. Vårt fel."),
            Reply("Hej {customer_first}! Vi missade att boka om när ordinarie blev sjuk. Kan vi komma {soon} kl. {time} i stället?"),
            Customer("Okej, men hör av er nästa gång."),
            Field("Städat, bjöd på ugnsrengöringen."),
        ]),
    about(HOME, "Repa på spishällen")
        .body(&[
            "Upptäcktes efter städningen {past}. Kunden tror att skursvampen använts på glaset.",
            "Två fina repor, syns bara i motljus men kunden är ledsen. Fotat.",
        ])
        .pressing()
        .office()
        .thread(&[
            Field("Jag använde bara hällskrapan. Reporna fanns där i våras också, tror jag."),
            Office("Inga bilder från tidigare. Anmäler till försäkringen så får de bedöma."),
            Reply("Hej {customer_first}, vi har anmält skadan till vårt försäkringsbolag. De hör av sig inom två veckor."),
            Office("Bolaget ersätter {amount} kr, klart."),
        ]),
    about(HOME, "Krukväxterna vattnade fast vi sagt nej")
        .body(&["Orkidéerna mår inte bra. Kunden vill att det står i anteckningen att blommor inte ska röras.", ""])
        .calm()
        .thread(&[Office("Lagt in i kundinstruktionen: rör ej växter."), Field("Uppfattat.")]),
    about(HOME, "Flyttstäd underkänd vid besiktning")
        .body(&[
            "Hyresvärden anmärker på ugnen, fönsterkarmar och bakom toaletten. Nyckeln lämnas {soon}, måste åtgärdas före dess.",
            "Besiktningsmannen hittade fett i köksfläkten. Vi har ju garanti, när kan ni komma?",
        ])
        .acute()
        .thread(&[
            Office("Garantin gäller. {Colleague} har lucka {soon} kl. {time}."),
            Reply("Hej {customer_first}! Självklart rättar vi till det. {Colleague} kommer {soon} kl. {time}, stämmer det med nyckeln?"),
            Customer("Perfekt, nyckeln ligger hos grannen {first} på samma våning."),
            Colleague("Ugn, fläktfilter och karmar gjorda. Bilder tagna, alla rum."),
            Reply("Allt är åtgärdat och bilderna ligger i ditt mejl. Hör av dig om besiktningen säger något mer."),
        ]),
    about(HOME, "Fönsterputs: ränder på glaset")
        .body(&[
            "Syns tydligt när solen ligger på. Gäller {windows} fönster mot söder.",
            "Hej! Fönstren blev strimmiga och det droppade på fönsterbrädan. Kan ni göra om?",
        ])
        .in_months(&[3, 4, 5, 6, 8, 9, 10])
        .thread(&[
            Reply("Hej {customer_first}, det ska inte synas ränder. Vi gör om dem {soon}, utan kostnad."),
            Field("Omputsat. Gammal film på insidan, fick ta skrapan."),
            Customer("Nu blev det fint, tack!"),
        ]),
    about(HOME, "Katten sprang ut när städaren kom")
        .body(&["Hittades hos grannen efter två timmar. Kunden vill att dörren hålls stängd hela tiden.", "Orolig kund på tråden. Katten är återfunnen men det får inte hända igen."])
        .pressing()
        .called()
        .thread(&[
            Office("Skrivit överst på arbetsordern: katt, stäng alltid ytterdörren."),
            Field("Jättetråkigt. Tar in hinken först och stänger direkt nästa gång."),
        ]),
    about(OFFICE, "Papperskorgar ej tömda i {office_room}")
        .body(&[
            "{Contact} mejlade bild. Tredje gången i {month}.",
            "Ej tömt på hela plan {floor} {past}. Vikarie?",
        ])
        .common()
        .thread(&[
            Field("Det var möte där när jag kom, gick inte in. Borde ha gått tillbaka."),
            Office("Gör {office_room} sist på rundan om det är upptaget."),
            Reply("Hej {customer_first}! Rummet var upptaget när vi städade. Vi tömmer det i fortsättningen sist på passet."),
        ]),
    about(OFFICE, "Toaletterna på plan {floor} otillräckligt städade")
        .body(&[
            "Kalk på kranar, toapapper slut redan kl. 10. {Contact} vill ha ett möte.",
            "Flera medarbetare har påpekat att det luktar. Tvål slut i två behållare.",
            "Golvet runt toalettstolen var inte torkat i dag.",
        ])
        .pressing()
        .common()
        .thread(&[
            Office("Bokar kvalitetskontroll {soon} kl. {time}, {colleague} följer med."),
            Reply("Hej {customer_first}, vi kommer {soon} kl. {time} och går igenom toaletterna tillsammans. Behållarna fylls på redan i kväll."),
            Customer("Bra. Ta gärna med en checklista som vi kan sätta upp."),
            Field("Avkalkat allt, tog tid. Behöver starkare medel på plan {floor}."),
            Office("Kontroll gjord, godkänd. Checklista uppsatt på insidan av dörren."),
        ]),
    about(OFFICE, "Kaffemaskinen inte avtorkad på hela veckan")
        .body(&["Ingår att torka utvändigt och tömma spillbrickan.", "Mjölkrester på bänken. Står i vårt avtal att det ska göras dagligen."])
        .calm()
        .thread(&[
            Field("Visste inte att den ingick, stod inte på min lista."),
            Office("Tillagt på listan. {Colleague} visar hur man tömmer brickan."),
        ]),
    about(OFFICE, "Larmet sattes inte på {past}")
        .body(&[
            "Vaktbolaget ringde {contact} mitt i natten. Vem låste?",
            "Oskarpat hela natten. Kunden är upprörd, vill ha skriftlig rutin.",
        ])
        .acute()
        .thread(&[
            Office("Loggen visar att sista utpassering var {colleague}. Ringer."),
            Colleague("Larmet ville inte gå på, en dörr på plan {floor} visade öppet. Borde ha ringt jouren."),
            Reply("Hej {customer_first}! Panelen gav fel på en dörr och rutinen att ringa er jour följdes inte. Vi har gått igenom den med all kvällspersonal."),
            Customer("Dörren är lagad nu. Skicka rutinen så sätter vi upp den vid panelen."),
            Office("Rutinen mejlad."),
        ]),
    about(OFFICE, "Diskmaskinen aldrig igångsatt på fredagar")
        .body(&["Står full av kaffekoppar på måndag morgon. Ingår i fredagsstädningen.", ""])
        .calm()
        .thread(&[Field("Tabletterna var slut. Lägger ett paket i städskåpet."), Reply("Hej, diskmaskinstabletterna hade tagit slut. Nu finns det ett eget paket i städskåpet.")]),
    about(SHOP, "Kund halkade på nymoppat golv i butiken")
        .body(&[
            "Ingen varningsskylt uppsatt. Kunden klarade sig men {contact} kräver skylt varje gång.",
            "Tillbud {past} vid öppning. Golvet var blött kl. {time}, städningen ska vara klar före dess.",
        ])
        .acute()
        .office()
        .thread(&[
            Office("Skriver tillbudsrapport. Två nya varningsskyltar läggs ut {soon}."),
            Field("Skylten var trasig, har städat utan i två veckor. Borde ha sagt till."),
            Reply("Hej {customer_first}. Nya skyltar är på plats och vi börjar {min} minuter tidigare så att golvet hinner torka."),
            Customer("Tack. Skicka gärna tillbudsrapporten till oss också."),
        ]),
    about(SHOP, "Repa i golvet efter maskinskurning")
        .body(&["Cirka en meter lång, vid kassan. Gummihjulet på maskinen hade fastnat, tror {colleague}.", "Upptäcktes när möblerna flyttades tillbaka. Bild bifogad i mejl."])
        .pressing()
        .thread(&[
            Field("Satt ett gem under sugskrapan. Maskinen är rengjord nu."),
            Office("Golvläggaren kan komma {soon}. Preliminärt {amount} kr."),
            Reply("Hej {customer_first}, vi står för lagningen. En golvläggare kan komma {soon} kl. {time}, går det?"),
            Customer("Ja, helst innan vi öppnar."),
            Office("Lagat och godkänt av kunden."),
        ]),
    about(COMPANY, "Skrivbord i oordning efter städning")
        .body(&["Papper hade flyttats på två bord. Överenskommet att bara torka fria ytor.", "Medarbetare saknar en anteckning, tror att den har slängts. Gäller plan {floor}."])
        .thread(&[
            Office("Påmint kvällslaget: flytta inget på borden, torka runt."),
            Reply("Hej! Vi torkar bara fria ytor i fortsättningen. Inget ska ha slängts, men vi letar i returpappret."),
            Field("Anteckningen låg bakom bordet. Lagt på tangentbordet."),
        ]),
    about(SHOP, "Skyltfönstret inte putsat som avtalat")
        .body(&["Skulle göras första veckan i {month}. Nu är det {week_now} och inget har hänt.", "Fingeravtryck hela vägen vid dörren, ser inte bra ut för kunderna."])
        .thread(&[
            Office("Putsaren har haft trasig bil. Inbokat {soon} före öppning."),
            Reply("Hej {customer_first}, vi är sena. Putsningen görs {soon} före kl. {time} och vi bjuder på entrédörrarna."),
        ]),
    about(MUNICIPAL, "Golvet i matsalen kladdigt")
        .body(&["Barnens strumpor fastnar. Troligen för mycket medel i vattnet.", "Rektorn hörde av sig. Kladdigt varje {weekday}, när vikarien kör."])
        .pressing()
        .thread(&[
            Field("Doserade efter gamla flaskan, det nya koncentratet är dubbelt så starkt."),
            Office("Sätter upp doseringskort i städskrubben. Golvet sköljs med rent vatten i kväll."),
            Reply("Hej! Det var överdoserat. Golvet är sköljt och personalen har fått nya doseringskort."),
        ]),
    about(MUNICIPAL, "Allergiker reagerar på doft i {school_room}")
        .body(&["Ett barn fick utslag. Personalen misstänker handtvålen eller golvmedlet.", "Förskolan ska vara helt parfymfri enligt avtalet. Vad använder vi?"])
        .acute()
        .office()
        .thread(&[
            Field("Vikarien hade med sig en annan flaska från ett annat objekt."),
            Office("Flaskan borttagen. Bara märkta, parfymfria medel i skåpet nu."),
            Reply("Hej {customer_first}! En felaktig produkt har använts en dag. Den är borta och skåpet är märkt. Vi skickar produktbladen för allt som finns kvar."),
            Customer("Tack, vi har informerat föräldrarna."),
        ]),
    about(MUNICIPAL, "Städningen i gymnastiksalen inte gjord på två veckor")
        .body(&["Idrottsläraren rapporterar dammtussar och svarta streck.", "Salen är bokad till kl. 21 på vardagar nu, är det därför?"])
        .thread(&[
            Field("Föreningarna har salen när jag kommer. Hinner inte före larmet."),
            Office("Flyttar salen till morgonpasset kl. {time}, gäller från {week}."),
            Reply("Hej! Salen flyttas till morgonpasset, eftersom den är bokad på kvällarna."),
        ]),
    about(ANY, "Faktura {invoice} stämmer inte")
        .body(&[
            "Debiterad för {n2} timmar men det var {n}. Vill ha ny faktura.",
            "Tiden stämmer inte, {n2} timmar i stället för {n}. Bestrider {amount} kr.",
            "Betalar inte förrän antalet timmar är rättat.",
        ])
        .office()
        .common()
        .thread(&[
            Office("Stämmer med tidrapporten? {Colleague} får kolla."),
            Colleague("Jag var där {n} timmar, glömde stämpla ut."),
            Reply("Hej {customer_first}! Du har rätt, vi krediterar faktura {invoice} och skickar en ny i dag."),
            Customer("Tack för snabb hjälp."),
        ]),
    about(ANY, "Påminnelseavgift fast fakturan är betald")
        .body(&["Betalade den {past}. Vill slippa avgiften på 60 kr.", "Har kvitto från banken. Ring gärna."])
        .office()
        .thread(&[
            Office("Betalningen kom in utan OCR, låg som oplacerad. Rättat."),
            Reply("Hej! Betalningen saknade OCR-nummer och fastnade hos oss. Avgiften är borttagen."),
        ]),
    about(ANY, "Får inget svar i telefon")
        .body(&["Har ringt tre gånger i veckan. Ingen ringer upp trots att växeln lovar det.", "Kunden är irriterad, gäller egentligen bara en ombokning till {weekday}."])
        .office()
        .thread(&[Office("Ringde upp, bad om ursäkt. Ombokat till {weekday} kl. {time}."), Office("Vi behöver bemanna växeln mellan 7 och 8. Tar upp på måndagsmötet.")]),
    about(ANY, "Olika städare varje gång")
        .body(&[
            "Vill ha samma person. Tröttsamt att förklara allt på nytt.",
            "Fjärde ansiktet på sex veckor. Kunden trivdes med {colleague}.",
        ])
        .thread(&[
            Office("{Colleague} är tillbaka från föräldraledigheten i {next_month}. Kan ta {weekday}ar."),
            Reply("Hej {customer_first}, jag förstår. Från {next_month} blir det {colleague} på {weekday}ar, och vi meddelar alltid om det blir någon annan."),
            Customer("Vad glad jag blir. Hälsa!"),
        ]),
    about(PAYING_OFFICE, "Kvalitetskontroll underkänd, {street}")
        .body(&["Poäng {low_score} av 100. Mest lister, dörrfoder och höga ytor.", "Kund med på kontrollen. Åtgärdslista i pärmen, ny kontroll om två veckor."])
        .pressing()
        .office()
        .thread(&[
            Office("Lägger in {n} extra timmar {soon} för att komma ikapp."),
            Field("Högdammat allt på plan {floor}. Resten {weekday}."),
            Office("Ny kontroll gjord. Godkänd."),
        ]),
    about(OFFICE, "Städvagn kvarlämnad i korridoren")
        .body(&["Blockerar utrymningsvägen. Brandskyddsansvarig har fotat.", "Stod utanför {office_room} hela dagen. Ska in i städskrubben efter passet."])
        .thread(&[Field("Skrubben var full med kartonger. Har röjt."), Office("Påmint alla: aldrig vagn i utrymningsväg.")]),
    about(ORGANISATION, "Städskrubben ser förfärlig ut")
        .body(&["Smutsiga moppar i en hög, öppna flaskor. Kunden fick syn på det vid visning.", ""])
        .field()
        .thread(&[
            Field("Mopparna skulle ha hämtats till tvätt i {weekday}s."),
            Office("Tvättrundan missade det. Hämtas i dag, skrubben ska vara tömd och torkad {soon}."),
            Field("Rensat och märkt upp hyllorna. Skickar bild."),
        ]),
    about(ORGANISATION, "Fönsterbrädor och lister dammiga")
        .body(&["Syns tydligt på plan {floor}. Ska ingå en gång i veckan.", "Påpekades i {month} också."])
        .thread(&[Field("Tar en extra runda {weekday}."), Reply("Hej! Vi tar igen det på {weekday} och lägger till det på veckolistan.")]),
];
