//! Fråga.

use super::template::Line::{Colleague, Customer, Field, Office, Reply};
use super::template::{ANY, BRF, COMPANY, HOME, MUNICIPAL, OFFICE, ORGANISATION, Template, about};

pub(super) const QUESTIONS: &[Template] = &[
    about(HOME, "Fråga om RUT-avdrag på fönsterputs")
        .body(&["Gäller avdraget även altandörrar och inglasad balkong?", "Ringde och undrade om det gäller uterummet också.", "Hej! Dras RUT direkt på fakturan eller ska jag söka själv?"])
        .office()
        .common()
        .thread(&[Reply("Hej {customer_first}! Ja, fönsterputs i hemmet ger RUT, också glaspartier som hör till bostaden. Vi drar avdraget direkt på fakturan."), Customer("Tack, då vet jag.")]),
    about(HOME, "Skatteverket nekar RUT-avdraget")
        .body(&["Fått brev. Taket är nått för i år, {amount} kr ska betalas tillbaka till oss.", "Kunden undrar varför hon får en ny faktura på mellanskillnaden."])
        .office()
        .thread(&[
            Office("Kontrollerat beskedet: bara delvis beviljat."),
            Reply("Hej {customer_first}. Skatteverket har beviljat en del av avdraget, eftersom årets utrymme var slut. Därför kommer en faktura på resten. Vi kan dela upp den."),
            Customer("Okej, dela gärna på två."),
            Office("Uppdelad på två fakturor."),
        ]),
    about(HOME, "Hur delar vi RUT på två personer?")
        .body(&["Vill att halva avdraget går på sambon. Behöver hans uppgifter?", ""])
        .calm()
        .office()
        .thread(&[Reply("Hej! Ja, ring oss så lägger vi in hans personuppgifter. Skicka dem inte i mejl."), Office("Ringt, fördelning 50/50 inlagd.")]),
    about(HOME, "Vad ingår i hemstäd?")
        .body(&["Undrar om disk, bäddning och insidan av skåp.", "Hej, ingår fönsterbrädor och att byta lakan?"])
        .calm()
        .office()
        .thread(&[Reply("Hej! Vi dammsuger, moppar, dammar och gör rent kök och badrum. Lakan byter vi gärna om rena ligger framme. Insidan av skåp är tillval.")]),
    about(HOME, "Måste jag vara hemma när ni städar?")
        .body(&["Orolig för att lämna nyckel. Hur förvaras den?", ""])
        .calm()
        .office()
        .thread(&[Reply("Hej {customer_first}, nej, de flesta lämnar nyckel. Den är kodmärkt, utan namn och adress, och ligger i låst skåp."), Customer("Då gör vi så. Lämnar den på kontoret {soon}.")]),
    about(HOME, "När kommer ni, kl. {time} eller senare?")
        .body(&["Hantverkare på besök samma dag. Vill inte att det krockar.", "Står bara förmiddag i sms:et."])
        .office()
        .thread(&[Reply("Hej! Vi kommer kl. {time} och är klara efter ungefär {n} timmar."), Customer("Bra, då hinner snickaren efter.")]),
    about(HOME, "Kan samma städare få följa med till nya lägenheten?")
        .body(&["Flyttar till {street} efter sommaren.", ""])
        .in_months(&[4, 5, 6, 7, 8])
        .calm()
        .office()
        .thread(&[Office("Ligger på {colleague}s slinga."), Reply("Hej! Ja, det går fint.")]),
    about(HOME, "Glömt ring på handfatet, har ni sett den?")
        .body(&["Guldring med liten sten, låg vid tvålen före städningen.", "Kunden är lugn men orolig. Be {colleague} tömma dammsugarpåsen."])
        .acute()
        .thread(&[
            Colleague("Lade den i skålen på hyllan så den inte skulle åka ner i avloppet."),
            Reply("Hej {customer_first}! Ringen ligger i den blå skålen på badrumshyllan."),
            Customer("Hittad! Tusen tack, vilken lättnad."),
        ]),
    about(BRF, "Vattenskada upptäckt, trapphus {stair}")
        .body(&["Fuktfläck i taket på plan {floor}, droppar. Ställt en hink.", "Vatten på golvet i källargången, troligen tvättstugan. Vem ska ringas?"])
        .reported()
        .acute()
        .thread(&[
            Office("Jourhavande fastighetsskötare ringd."),
            Reply("Hej {customer_first}! Vår personal har hittat en läcka i trapphus {stair}. Jouren är kontaktad."),
            Customer("Tack! Rörmokare är på plats."),
            Field("Torkat upp det som gick. Avfuktaren står kvar."),
        ]),
    about(BRF, "Inbrott i källarförråden, {street}")
        .body(&["Tre bommar uppbrutna när jag kom. Har inte rört något.", "Dörren till källaren uppbruten. Städar inte där i dag."])
        .reported()
        .acute()
        .rare()
        .thread(&[
            Office("Ringt {contact}, polisen kommer."),
            Customer("Bra att ni inte gick in. Låssmed är beställd till i eftermiddag."),
            Field("Ny nyckel hämtad, städat i dag."),
        ]),
    about(OFFICE, "Ytterdörren stod olåst i morse")
        .body(&["Inget verkar saknas. Larmet var av när jag kom.", "Gick en runda, allt ser orört ut. Ska kunden kontaktas?"])
        .reported()
        .acute()
        .thread(&[
            Reply("Hej {customer_first}! Vår personal hittade ytterdörren olåst i morse. Allt ser orört ut, men kontrollera gärna."),
            Customer("Tack för att ni säger till. Sista man hade glömt låsa."),
            Office("Bra gjort, avslutar."),
        ]),
    about(HOME, "Vill tacka {colleague}")
        .body(&["Så glad för städningen {past}. Det doftade rent och handdukarna var så fint vikta.", "Ringde bara för att säga att det är bästa hjälpen de haft på tio år.", "Hej! Hälsa {colleague} att vi är jättenöjda. Kul när någon ser det lilla."])
        .calm()
        .common()
        .thread(&[Office("Framfört! Läser upp på måndagsmötet."), Colleague("Blev så glad, tack.")]),
    about(HOME, "Har ni ansvarsförsäkring?")
        .body(&["Undrar vad som gäller om något går sönder.", "Har dyra mattor. Vill se försäkringsbrevet."])
        .calm()
        .office()
        .thread(&[Reply("Hej! Ja, för både person- och sakskada. Försäkringsbeviset är bifogat."), Customer("Tack, då känns det tryggt.")]),
    about(HOME, "Radera mina uppgifter")
        .body(&["Inte kund längre. Begär radering enligt GDPR.", "Hej, jag vill att ni tar bort alla personuppgifter om mig och bekräftar skriftligt."])
        .written()
        .office()
        .rare()
        .thread(&[
            Office("Fakturor måste sparas i sju år. Övrigt tas bort."),
            Reply("Hej {customer_first}! Vi har raderat dina kontaktuppgifter och anteckningar. Fakturaunderlag sparas enligt bokföringslagen och tas sedan bort."),
            Customer("Tack för tydligt svar."),
        ]),
    about(HOME, "Vilka uppgifter har ni om mig?")
        .body(&["Begär registerutdrag.", "Fått reklam på sms och vill veta vad som är sparat."])
        .written()
        .office()
        .rare()
        .thread(&[Office("Svar inom en månad. Tar fram utdrag."), Reply("Hej! Utdraget skickas med rekommenderat brev till din folkbokföringsadress.")]),
    about(ANY, "Ring om faktura {invoice}, dubbeldebiterad")
        .body(&["{Last_month} har fakturerats två gånger. Vill ha kreditfaktura.", "Fått två likadana. Vilken ska betalas?"])
        .called()
        .pressing()
        .office()
        .thread(&[
            Office("Stämmer, körningen gick två gånger. Krediterar."),
            Reply("Hej {customer_first}! Det är vårt fel. Kreditfaktura är skickad, betala bara den första."),
            Customer("Bra, då gör jag det."),
        ]),
    about(ANY, "Saknar kvitto för {last_month}")
        .body(&["Behöver skickas per e-post.", "Till bokföringen. Hej, kan ni skicka om det?", ""])
        .calm()
        .office()
        .common()
        .thread(&[Reply("Hej! Kvittot är bifogat."), Customer("Tack!")]),
    about(ANY, "Saknar städschema för {next_month}")
        .body(&["Brukar komma den 20:e.", "Vill veta vilka dagar som faller bort vid helgerna."])
        .office()
        .thread(&[Reply("Hej {customer_first}, schemat är bifogat. Röda dagar är markerade."), Customer("Tack, det syns bra.")]),
    about(ANY, "Anstånd med faktura {invoice}")
        .body(&["Önskar 14 dagar. Betalar den sista.", "Kunden är sjukskriven, väntar på utbetalning."])
        .office()
        .thread(&[Office("Bra betalare annars. Ok för mig."), Reply("Hej! Du får 14 dagar till, ingen påminnelse skickas."), Customer("Tack snälla.")]),
    about(ANY, "Vem är min kontaktperson?")
        .body(&["Har bara växelnumret.", ""])
        .calm()
        .office()
        .thread(&[Reply("Hej {customer_first}! Det är jag, {office}. Ring eller mejla mig direkt.")]),
    about(ANY, "Timpris från årsskiftet?")
        .body(&["Budgetarbete. Vill ha prishöjningen skriftligt.", "Läst att lönerna går upp. Hur mycket höjer vi?"])
        .in_months(&[9, 10, 11, 12])
        .office()
        .thread(&[Reply("Hej {customer_first}! Priset följer index och går upp med {n} procent från den 1 januari. Brev kommer i god tid."), Customer("Okej, det är rimligt.")]),
    about(BRF, "Hur ofta städas källargången?")
        .body(&["Boende påstår aldrig. Vad säger avtalet?", "Spindelväv och löv. {Contact} undrar om det ingår."])
        .thread(&[Office("Avtalet: en gång i kvartalet."), Reply("Hej! Källargången sopas fyra gånger om året, nästa gång {week}."), Customer("Kan vi få en gång i månaden i stället? Skicka pris.")]),
    about(BRF, "Vem byter lampor i trapphuset?")
        .body(&["Lampa trasig på plan {floor}, {stair}.", ""])
        .calm()
        .thread(&[Reply("Hej! Det gör er fastighetsskötare, men vi meddelar gärna när vi ser något."), Customer("Ok, vi felanmäler.")]),
    about(BRF, "Nyckel {n}{stair} går trögt")
        .body(&["Städaren fick hjälp av en boende att komma in.", "Vill att vi lämnar in den så slipar de en ny."])
        .thread(&[Field("Smorde med låsspray, bättre men inte bra."), Customer("Ny nyckel finns att hämta hos {contact_first}."), Field("Hämtad.")]),
    about(BRF, "När är nästa storstädning?")
        .body(&["Vill sätta upp lapp om att flytta dörrmattor och cyklar.", "Vår eller höst? Styrelsemöte {soon}."])
        .in_months(&[3, 4, 5, 8, 9, 10])
        .thread(&[Reply("Hej {customer_first}, {weekday} och {weekday2} i {week}. Lapp att skriva ut är bifogad."), Customer("Uppsatt i alla portar.")]),
    about(BRF, "Boende har frågat efter hemstäd till rabatt")
        .body(&["Kan vi erbjuda medlemspris? {n} hushåll intresserade.", ""])
        .office()
        .thread(&[Office("Tio procent vid minst fem hushåll på samma adress, som vanligt."), Reply("Hej! Vid fem hushåll eller fler ger vi tio procent. Jag bifogar ett blad att sätta upp."), Customer("Kul, det sprider vi.")]),
    about(BRF, "Cyklar i vägen i entrén")
        .body(&["Städaren kan inte moppa. Får vi flytta dem?", "{n} cyklar och en barnvagn, {stair}. Vem märker upp?"])
        .reported()
        .thread(&[Reply("Hej {customer_first}! Vi kommer inte åt golvet i port {stair} för cyklar. Kan styrelsen sätta upp en lapp?"), Customer("Vi märker och forslar bort den sista {month}."), Field("Fritt nu.")]),
    about(COMPANY, "Vilken dag kommer fönsterputsaren?")
        .body(&["Behöver boka parkering framför entrén.", "Vill flytta blommorna i tid."])
        .office()
        .thread(&[Reply("Hej! {Weekday} i {week}, från kl. {time}."), Customer("Tack. Parkera på gården, tillstånd finns i receptionen.")]),
    about(COMPANY, "Skicka säkerhetsdatablad")
        .body(&["Skyddsrond {soon}. Gäller {product} och allt annat i skåpet.", "Revisor vill se dem. Helst samlat i en fil."])
        .office()
        .thread(&[Office("Ligger i molnmappen under kemikalier."), Reply("Hej {customer_first}, säkerhetsdatabladen är bifogade. En utskriven pärm finns i städskrubben."), Customer("Perfekt.")]),
    about(COMPANY, "Kan ni vattna växterna i juli?")
        .body(&["{n}0 krukor. En gång i veckan.", "Växtfirman har semester. Vad kostar det?"])
        .in_months(&[5, 6, 7])
        .calm()
        .thread(&[Reply("Hej! Det gör vi gärna, {amount} kr för hela perioden."), Customer("Kör på det. Kannan står i pentryt.")]),
    about(COMPANY, "Personal lämnar disk i pentryt, vem tar den?")
        .body(&["Städaren diskar fast det inte ingår. Ska det debiteras?", "{Contact} vill veta vad som gäller så de kan påminna sina."])
        .thread(&[Field("Tar ungefär {min} minuter varje kväll."), Reply("Hej {customer_first}! Handdisk ingår inte i avtalet. Vi kan lägga till det för {amount} kr per månad, eller låta den stå."), Customer("Låt den stå, vi skärper oss.")]),
    about(OFFICE, "Har ni hittat ett passerkort?")
        .body(&["Tappat på plan {floor} {past}. Blått band.", "Vikarie saknar sitt kort. Kan ha hamnat i papperskorgen."])
        .thread(&[Field("Hittade ett under soffan vid {office_room}. Lämnat i receptionen."), Reply("Hej! Kortet är upphittat och ligger i er reception."), Customer("Tack!")]),
    about(OFFICE, "Vad gäller vid strömavbrott?")
        .body(&["Elen är avstängd på {weekday} 17–20. Kommer vi ändå?", ""])
        .thread(&[Office("Kan inte dammsuga. Flyttar till morgonen efter."), Reply("Hej! Vi kommer morgonen efter i stället, kl. {time}.")]),
    about(MUNICIPAL, "Fråga om utdrag ur belastningsregistret")
        .body(&["Nya som städar hos oss måste visa utdrag. Har {colleague} lämnat?", "Årlig kontroll av alla som har nyckel till förskolan."])
        .office()
        .thread(&[Office("{Colleague} har sökt, kommer per post."), Reply("Hej! Utdraget är uppvisat och vi har noterat datum."), Customer("Tack, då är alla klara.")]),
    about(MUNICIPAL, "Kan städningen starta efter kl. {time}?")
        .body(&["De minsta sover middag i vilrummet.", "Fritids har lokalen längre på {weekday}ar."])
        .thread(&[Field("Tar köket och hallen först, går bra."), Reply("Hej {customer_first}! Vi tar det rummet sist.")]),
    about(COMPANY, "Parkeringstillstånd för städbilen")
        .body(&["Fick böter utanför {street}. Kan kunden ordna plats?", "Tillståndet gick ut den sista {last_month}. Behöver nytt."])
        .office()
        .thread(&[Reply("Hej {customer_first}! Vårt parkeringstillstånd har gått ut. Kan ni ordna ett nytt för bilen?"), Customer("Nytt ligger i receptionen."), Field("Hämtat, sitter i rutan.")]),
    about(ORGANISATION, "Får ni beställa papper och tvål åt oss?")
        .body(&["Krånglar med egen leverantör. Vill ha allt på vår faktura.", ""])
        .calm()
        .office()
        .thread(&[Reply("Hej! Javisst, inköpspris plus tio procent. Vi håller koll på skåpet."), Customer("Bra, börja direkt.")]),
    about(ORGANISATION, "Vilka hos er har nyckel till {street}?")
        .body(&["Årlig nyckelinventering. Lista senast {weekday}.", "Vill ha namn och kvittens på alla som har tagg."])
        .office()
        .thread(&[Office("{n} nycklar ute enligt vår lista."), Reply("Hej {customer_first}, listan är bifogad. Alla kvittenser finns hos oss."), Customer("Stämmer med vår, tack.")]),
];
