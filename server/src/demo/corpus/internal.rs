//! Internt: what colleagues tell each other, without a customer.

use super::template::Line::{Colleague, Field, Office};
use super::template::{NOBODY, Template, about};

pub(super) const INTERNAL: &[Template] = &[
    about(NOBODY, "Dammsugare ryker, behöver ny i dag")
        .body(&[
            "Luktar bränt så fort den startar. Har dragit ur kontakten.",
            "Städade klart med sopborste. Går inte i morgon.",
        ])
        .reported()
        .acute()
        .common()
        .thread(&[
            Office("Ta reservmaskinen i {storage}, nyckel hos mig."),
            Field("Hämtad, funkar bra."),
            Office("Den gamla skickad på lagning, garantin gäller."),
        ]),
    about(NOBODY, "Slut på {stock} i {storage}")
        .body(&["Räcker till {weekday}.", "Bara {n} kvar.", ""])
        .reported()
        .calm()
        .common()
        .thread(&[Office("Beställt, levereras {soon}."), Field("Har kommit, inställt på hyllan.")]),
    about(NOBODY, "Slut på golvrengöring och moppar")
        .body(&["{Storage} på {street}. Räcker till {weekday}.", "Fick låna av {colleague} i dag."])
        .reported()
        .calm()
        .thread(&[Office("Tar med i beställningen i dag."), Field("Tack!")]),
    about(NOBODY, "Sjukanmälan, vikarie behövs")
        .body(&[
            "{Colleague} har feber. Passet kl. {time} på {street} behöver vikarie.",
            "{Colleague} är magsjuk, tillbaka tidigast {soon}.",
            "{Colleague} vabbar. Nycklarna ligger i skåpet.",
        ])
        .office()
        .acute()
        .common()
        .thread(&[
            Field("Jag kan ta morgonpasset."),
            Office("Tack! Resten flyttas. Kunderna är informerade."),
        ]),
    about(NOBODY, "{Machine} startar inte")
        .body(&[
            "Laddad hela natten men helt död. Står i {storage}.",
            "Lampan blinkar rött tre gånger. Provat annat uttag.",
        ])
        .reported()
        .pressing()
        .thread(&[
            Office("Prova återställningsknappen under locket."),
            Field("Hjälpte inte. Batteriet är nog slut."),
            Office("Serviceteknikern kommer {soon}. Låna den från {street}."),
            Field("Lagad, nytt batteri."),
        ]),
    about(NOBODY, "{Car}: varningslampa lyser")
        .body(&[
            "Motorlampan. Går att köra men rycker.",
            "Däcktrycket vänster bak. Fyllde på men den sjunker.",
        ])
        .reported()
        .pressing()
        .thread(&[
            Office("Verkstadstid {soon} kl. {time}. Ta {car2} så länge."),
            Field("Lämnad."),
            Office("Klar, {amount} kr."),
        ]),
    about(NOBODY, "Körjournal saknas för {car}")
        .body(&[
            "Hela {last_month} tom. Behövs till löneunderlaget.",
            "Alla måste fylla i start, mål och kilometer. Gäller även korta turer.",
        ])
        .office()
        .thread(&[
            Field("Skrev på papper, ligger i handskfacket. Lämnar in {weekday}."),
            Office("Tack, inlagt."),
        ]),
    about(NOBODY, "Byt till vinterdäck på alla bilar")
        .body(&["Bokad tid {week}, en bil i taget. Schema i pärmen.", "Senast 1 december. {Car} först."])
        .in_months(&[10, 11])
        .office()
        .thread(&[Field("{Car} klar."), Office("Alla klara. Sommardäcken på däckhotellet.")]),
    about(NOBODY, "Ny medarbetare: {first} börjar {soon}")
        .body(&[
            "Går bredvid {colleague} i två veckor. Kläder, telefon och nycklar behövs.",
            "Introduktion kl. {time}: policyer, kemikalier, ergonomi. Mentor {colleague}.",
        ])
        .office()
        .common()
        .thread(&[
            Office("Arbetskläder beställda."),
            Field("Första dagen gick fint. Lär sig snabbt."),
            Office("Introduktionslistan påskriven."),
        ]),
    about(NOBODY, "Arbetstelefonen har gått sönder")
        .body(&["Skärmen sprucken, går inte att svara.", "Tappade i hinken. Helt död. Nås på privat nummer."])
        .reported()
        .pressing()
        .thread(&[
            Office("Hämta en lånetelefon på kontoret."),
            Field("Fått, appen installerad."),
            Office("Ny beställd."),
        ]),
    about(NOBODY, "Skyddsrond {week}")
        .body(&[
            "{Storage} och tvättstugan. {Colleague} är skyddsombud och följer med.",
            "Gå igenom: ögondusch, märkning av flaskor, lyft, ensamarbete.",
        ])
        .office()
        .thread(&[
            Field("Ögonduschen i {storage} har gått ut."),
            Office("Ny beställd."),
            Office("Protokoll skrivet, {n} åtgärder."),
        ]),
    about(NOBODY, "Första hjälpen-kurs, anmälan")
        .body(&[
            "{Weekday} {week} kl. {time}, fika ingår. Svara senast {soon}.",
            "Tolv platser. Kvällspersonalen får betald tid.",
        ])
        .office()
        .calm()
        .thread(&[
            Field("Jag vill gärna gå."),
            Field("Anmäler mig också."),
            Office("Fullt nu, men det kommer en ny omgång."),
        ]),
    about(NOBODY, "Moppar luktar efter tvätt")
        .body(&["Har de legat blöta? Går inte att använda.", "Tvättmaskinen på {street} centrifugerar inte."])
        .reported()
        .thread(&[
            Office("Kör om på 85 grader och töm maskinen direkt."),
            Field("Bättre nu. Packningen i luckan var möglig."),
            Office("Servicefirman bytte packning."),
        ]),
    about(NOBODY, "Mopptvätt: vem kör {weekday}?")
        .body(&["{Colleague} är ledig. {n} säckar står.", ""])
        .calm()
        .thread(&[Colleague("Jag kan ta det efter mitt pass."), Office("Tack! Skriv upp en timme.")]),
    about(NOBODY, "Nyckelskåpet på kontoret går inte att öppna")
        .body(&[
            "Knappsatsen svarar inte. Morgonpasset kommer inte in hos kunderna.",
            "Batteriet lågt sedan i {weekday}s. Nu dött.",
        ])
        .reported()
        .acute()
        .thread(&[
            Office("Jag har en reservnyckel. På väg."),
            Field("Öppet, alla har fått sina nycklar."),
            Office("Batteri bytt, nytt i lådan. Byts varje halvår."),
        ]),
    about(NOBODY, "Nyckelinventering inför {next_month}")
        .body(&[
            "Alla räknar sina nycklar och signerar listan.",
            "{n} nycklar utan kvittens. Måste redas ut.",
        ])
        .office()
        .thread(&[
            Field("Mina stämmer."),
            Field("Saknar en, tror att {colleague} har den."),
            Office("Alla hittade, listan klar."),
        ]),
    about(NOBODY, "Tappat tagg, spärra!")
        .body(&["Troligen på bussen. Grön brickhållare.", "Märkte det kl. {time}. Ingen adress på den."])
        .reported()
        .acute()
        .thread(&[
            Office("Spärrad. Ny tagg beställd."),
            Field("Hittade den i jackfickan, förlåt!"),
            Office("Den är spärrad nu, kasta den. Hämta ny {soon}."),
        ]),
    about(NOBODY, "Arbetskläder, storlekar")
        .body(&[
            "Skriv storlek på byxa och tröja. Beställning går iväg {soon}.",
            "Dags för nya. Max två uppsättningar per person.",
        ])
        .office()
        .calm()
        .thread(&[Field("Byxa 42, tröja M."), Field("L på båda."), Office("Beställt.")]),
    about(NOBODY, "Semesterönskemål till den sista {month}")
        .body(&[
            "Alla lämnar tre alternativ. Minst halva laget på plats varje vecka.",
            "Lapp sitter i fikarummet.",
        ])
        .in_months(&[2, 3, 4])
        .office()
        .thread(&[
            Field("Vill ha vecka 28–31."),
            Field("Kan jobba hela juli om jag får augusti."),
            Office("Listan klar, uppsatt på tavlan."),
        ]),
    about(NOBODY, "Julschema, vem jobbar mellandagarna?")
        .body(&["{n} pass att fylla. Helgtillägg.", "Frivilliga först, sedan lottar vi."])
        .in_months(&[11, 12])
        .office()
        .thread(&[
            Field("Tar 27 och 28."),
            Field("Jag firar inte jul, kan ta 24 december."),
            Office("Alla pass fyllda. Tack!"),
        ]),
    about(NOBODY, "Boka vikarier för sommaren")
        .body(&["Behöver {n} personer vecka 26–32. Två från förra året har hört av sig.", ""])
        .in_months(&[3, 4, 5])
        .office()
        .pressing()
        .thread(&[
            Office("Annons ute."),
            Office("{First} och {n} till klara. Introduktion i början av juni."),
        ]),
    about(NOBODY, "Tillbud: halkade i trappan på {street}")
        .body(&[
            "Blött golv, ingen skada. Skon hade slitet mönster.",
            "Fick stopp i tid. Belysningen släckt på plan {floor}.",
        ])
        .reported()
        .pressing()
        .thread(&[
            Office("Tillbudet registrerat. Hur mår du?"),
            Field("Bara blåmärke."),
            Office("Nya halkfria skor till alla."),
        ]),
    about(NOBODY, "Stucken på nål i papperskorg")
        .body(&[
            "På toaletten på {street}. Handsken gick igenom. Har sköljt.",
            "Nålen sparad i burk enligt rutinen.",
        ])
        .reported()
        .acute()
        .rare()
        .thread(&[
            Office("Åk till akuten nu, jag möter dig där."),
            Field("Provtagning gjord, ny om sex veckor."),
            Office("Arbetsskada anmäld. Kanylburk och stickskyddshandskar till alla vagnar."),
        ]),
    about(NOBODY, "Ont i axeln, vill byta arbetsuppgift")
        .body(&["Trappstäd är för tungt. Läkarintyg finns.", "Sjukgymnasten råder till skaft med teleskop."])
        .office()
        .thread(&[
            Office("Möte {weekday} kl. {time}. Vi ser över rundan."),
            Field("Tack, kommer."),
            Office("Byter till kontorsobjekt i sex veckor, teleskopskaft beställt."),
        ]),
    about(NOBODY, "Doseringskort saknas")
        .body(&["{Product} har fått nytt koncentrat. Vi doserar fel.", ""])
        .field()
        .calm()
        .thread(&[Office("Skriver ut och plastar."), Field("Uppsatta i båda förråden.")]),
    about(NOBODY, "Lägg inte tomma dunkar i {storage}")
        .body(&[
            "Går inte att komma in. Ska till återvinningen på {weekday}ar.",
            "Brandskyddet! Dörren måste gå att öppna helt.",
        ])
        .calm()
        .thread(&[Colleague("Körde iväg en vända."), Office("Tack, ställ dem på pallen i fortsättningen.")]),
    about(NOBODY, "Stulen cykel utanför {street}")
        .body(&["Företagscykeln, röd. Var låst med bygellås.", ""])
        .reported()
        .rare()
        .thread(&[
            Office("Polisanmäld. Försäkringen har självrisk {amount} kr."),
            Office("Ny köpt, lås i ramen i fortsättningen."),
        ]),
    about(NOBODY, "Vatten på golvet i {storage}")
        .body(&[
            "Flera centimeter vid tvättmaskinen. Flyttat dammsugarna.",
            "Rann under tvättmaskinen. Stängt av kranen.",
        ])
        .reported()
        .acute()
        .rare()
        .thread(&[
            Office("Hyresvärdens jour ringd, kommer inom en timme."),
            Field("Packning på inloppet. Bytt, torrt nu."),
            Office("Avfuktare står i tre dagar."),
        ]),
    about(NOBODY, "Personalmöte {weekday} kl. {time}")
        .body(&["Schema, nya kunder, arbetsmiljö. Fika finns.", "Kvällslaget ansluter per telefon."])
        .office()
        .calm()
        .thread(&[Field("Kan inte, är hos kund till 15."), Office("Protokollet ligger i mappen.")]),
    about(NOBODY, "Utbildning i golvvård, vilka vill?")
        .body(&[
            "Två dagar i {place}, leverantören står för den.",
            "Polish och stripp. Bra för dem som kör maskin.",
        ])
        .office()
        .calm()
        .thread(&[Field("Gärna!"), Office("Anmält {n} personer. {Colleague} samåker.")]),
    about(NOBODY, "Kodlåset på {street}: ny kod behövs")
        .body(&[
            "Nattpasset kom inte in. Kunden har bytt utan att säga till.",
            "Den gamla slutade gälla i helgen.",
        ])
        .reported()
        .acute()
        .thread(&[
            Office("Ringer kunden."),
            Office("Den nya ligger i det låsta fältet på kundkortet."),
            Field("Inne nu."),
        ]),
    about(NOBODY, "Lönespecifikationen för {last_month} stämmer inte")
        .body(&["Saknar OB för {n} kvällar.", "Övertiden är inte med."])
        .office()
        .thread(&[Office("Attesterades för sent. Kommer på nästa lön."), Field("Ok, tack för besked.")]),
    about(NOBODY, "Skurhink utan lock i {car}")
        .body(&["Golvet blött, luktar. Alltid lock vid transport!", ""])
        .field()
        .calm()
        .rare()
        .thread(&[
            Colleague("Torkat ur. Mattorna hänger på tork."),
            Office("Lock finns att hämta i {storage}."),
        ]),
    about(NOBODY, "Byta pass {weekday}?")
        .body(&[
            "Läkarbesök kl. {time}. Tar gärna någons {weekday2} i utbyte.",
            "Dottern slutar skolan tidigt. Någon som kan?",
        ])
        .reported()
        .calm()
        .common()
        .thread(&[Colleague("Jag kan."), Office("Ok, ändrat i schemat.")]),
    about(NOBODY, "Inventering av {storage}")
        .body(&[
            "Räkna {stock}, {product} och papper. Lista på dörren.",
            "Inför beställning i {next_month}. Klart senast {soon}.",
        ])
        .field()
        .calm()
        .thread(&[Field("Räknat. Saknas bara {stock}."), Office("Tack, beställer.")]),
];
