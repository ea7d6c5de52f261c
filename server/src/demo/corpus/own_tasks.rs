//! Egen uppgift: what somebody notes down to do, without a customer.

use super::template::Line::{Field, Office};
use super::template::{NOBODY, Template, about};

pub(super) const OWN_TASKS: &[Template] = &[
    about(NOBODY, "Påminnelse: utvecklingssamtal {week}")
        .body(&["Boka rum och skicka ut frågorna i förväg.", "{n} kvar att boka. Börja med kvällslaget."])
        .office()
        .thread(&[Office("{Colleague} bokad."), Office("Alla klara.")]),
    about(NOBODY, "Boka vikarier för mellandagarna")
        .body(&["Fråga studenterna först.", "Minst tre. Nycklar måste kvitteras före den 22."])
        .in_months(&[10, 11, 12])
        .office()
        .pressing()
        .thread(&[Office("Två klara, en till behövs."), Office("Fullt.")]),
    about(NOBODY, "Följ upp nöjdhetssvar från {last_month}")
        .body(&["{n} kunder under betyg 3. Ring upp.", "Sammanställ till ledningsmötet."])
        .office()
        .calm()
        .common()
        .thread(&[
            Office("Ringt hälften. Mest om att det byts personal."),
            Office("Sammanställning skickad."),
        ]),
    about(NOBODY, "Ring {name} om ny städtid")
        .body(&["Nås efter kl. 16.", "Lovade återkomma {soon}.", ""])
        .office()
        .common()
        .thread(&[Office("Ej svar, talat in."), Office("Fick tag på. {Weekday} kl. {time}.")]),
    about(NOBODY, "Godkänn offert hemstäd, {sqm} kvm")
        .body(&["Ligger i utkorgen. Kolla restiden.", ""])
        .office()
        .thread(&[Office("Godkänd och skickad.")]),
    about(NOBODY, "Attestera tidrapporter för {last_month}")
        .body(&["Senast den 3:e.", "{n} saknas, påminn."])
        .office()
        .pressing()
        .common()
        .thread(&[Office("Alla inne utom {colleague}."), Office("Klart.")]),
    about(NOBODY, "Skicka RUT-underlag till Skatteverket")
        .body(&[
            "Alla betalda fakturor från {last_month}. Filen måste in före månadsskiftet.",
            "Två saknar personuppgifter, ring.",
        ])
        .office()
        .pressing()
        .common()
        .thread(&[Office("Filen inskickad."), Office("Beslut har kommit, två delvis nekade.")]),
    about(NOBODY, "Momsdeklaration")
        .body(&["Underlag till redovisningsbyrån senast den 12:e.", ""])
        .office()
        .pressing()
        .thread(&[Office("Skickat.")]),
    about(NOBODY, "Förnya försäkringen för {car}")
        .body(&["Jämför med offert från mäklaren.", "Går ut den sista {month}."])
        .office()
        .calm()
        .thread(&[Office("Bytt bolag, {amount} kr billigare.")]),
    about(NOBODY, "Besiktning {car}")
        .body(&["Tid {soon} kl. {time}.", "Ska ske före den sista {month}. Töm bilen först."])
        .field()
        .thread(&[Field("Tvåa på bromsljuset."), Field("Lampa bytt, godkänd.")]),
    about(NOBODY, "Tvätta och städa ur {car}")
        .body(&["Ser för illa ut.", "Dammsug bak, torka inredning, fyll spolarvätska."])
        .field()
        .calm()
        .common()
        .thread(&[Field("Gjort.")]),
    about(NOBODY, "Märk upp hyllorna i {storage}")
        .body(&["Svart penna på vit tejp duger inte. Skriv ut etiketter.", ""])
        .field()
        .calm()
        .thread(&[Field("Halva klara."), Field("Klart, bild i gruppen.")]),
    about(NOBODY, "Lämna {machine} på service")
        .body(&["Drar vatten dåligt. Sugläppen sliten.", "Årlig service, verkstaden på {street}."])
        .field()
        .thread(&[Field("Inlämnad, klar {soon}."), Field("Hämtad.")]),
    about(NOBODY, "Köp {stock} på vägen in")
        .body(&["{n} förpackningar.", ""])
        .field()
        .calm()
        .common()
        .thread(&[Field("Köpt, kvitto på kontoret.")]),
    about(NOBODY, "Kvittera ut ny arbetstelefon")
        .body(&["Ligger hos {office}. Ta med den gamla.", ""])
        .field()
        .thread(&[Field("Hämtad. SIM-kortet måste aktiveras."), Field("Funkar.")]),
    about(NOBODY, "Komplettera städmaterial, plan {floor}")
        .body(&["Saknar mikrodukar och {product}.", "Skåpet på {street}. Ta med vid nästa besök."])
        .field()
        .calm()
        .common()
        .thread(&[Field("Påfyllt.")]),
    about(NOBODY, "Skriva instruktion för {street}")
        .body(&["Till vikarien. Larm, sopor, vilka rum som är sist.", "Foto på skåpet och elcentralen."])
        .field()
        .thread(&[Field("Utkast klart, {colleague} läser."), Field("Ligger i pärmen.")]),
    about(NOBODY, "Lära upp {first} på {street}")
        .body(&["Tre pass. Visa trapphissen och soprummet.", ""])
        .field()
        .thread(&[Field("Första passet gick bra."), Field("Kan köra själv nu.")]),
    about(NOBODY, "Uppdatera prislistan")
        .body(&[
            "Från den 1 januari. Hemsidan, offertmall och broschyr.",
            "Indexera alla avtal. Lista i kalkylbladet.",
        ])
        .in_months(&[10, 11, 12, 1])
        .office()
        .thread(&[Office("Hemsidan klar."), Office("Brev till kunderna skickade.")]),
    about(NOBODY, "Planera storstäd av trapphus, våren")
        .body(&["Börja med de hus som har linoleum. {n} veckor.", ""])
        .in_months(&[1, 2, 3])
        .office()
        .thread(&[Office("Schema klart, {colleague} leder."), Office("Kunderna meddelade.")]),
    about(NOBODY, "Gå igenom gamla ärenden utan ansvarig")
        .body(&["Fördela eller stäng.", "{n} stycken äldre än en månad."])
        .office()
        .calm()
        .thread(&[Office("Hälften stängda."), Office("Klart.")]),
    about(NOBODY, "Lägg upp {name} som ny anställd")
        .body(&["Avtal, bankkonto, skattekort, tagg. Börjar {soon}.", ""])
        .office()
        .thread(&[Office("Avtalet påskrivet."), Office("Tagg och telefon utlämnade.")]),
    about(NOBODY, "Uppdatera kemikalielistan")
        .body(&["{Product} har bytt märkning.", "Årlig genomgång före skyddsronden."])
        .office()
        .calm()
        .thread(&[Office("Klar, utskriven till {storage}.")]),
    about(NOBODY, "Ring revisorn")
        .body(&["Fråga om bilförmån och {car}.", ""])
        .office()
        .calm()
        .thread(&[Office("Återkommer {soon}.")]),
    about(NOBODY, "Förbered måndagsmötet")
        .body(&["Sjukfrånvaro, nya kunder, {n} klagomål sedan sist.", "Ta med fika."])
        .office()
        .calm()
        .common()
        .thread(&[]),
    about(NOBODY, "Kontrollera larmrutin på {street}")
        .body(&["Var med vid låsning en kväll.", "{Colleague} osäker på panelen. Visa en gång till."])
        .office()
        .thread(&[Office("Var där {past}. Nu sitter det.")]),
    about(NOBODY, "Kvalitetsrond, fem objekt")
        .body(&["Ta med surfplattan. Minst en BRF.", "Poängsätt och fota."])
        .office()
        .common()
        .thread(&[Office("Tre gjorda."), Office("Alla klara, snitt {score} av 100.")]),
    about(NOBODY, "Rensa gamla nycklar ur skåpet")
        .body(&["Kunder som slutat före {last_month}. Skicka tillbaka mot kvittens.", ""])
        .office()
        .calm()
        .thread(&[Office("{n} återlämnade."), Office("Resten har inte svarat, påminn.")]),
    about(NOBODY, "Beställ arbetsskor till kvällslaget")
        .body(&["Halkfria. Storlekar på lappen i fikarummet.", ""])
        .office()
        .calm()
        .thread(&[Office("Beställda, leverans {soon}.")]),
    about(NOBODY, "Boka massage till laget")
        .body(&["Friskvårdspengen. En eftermiddag i {week}.", ""])
        .office()
        .calm()
        .rare()
        .thread(&[Office("Bokat, lista på tavlan.")]),
    about(NOBODY, "Felanmäl hissen på {street}")
        .body(&["Stannar mellan plan 1 och 2. Bar dammsugaren i dag.", ""])
        .field()
        .thread(&[Field("Anmält till förvaltaren."), Field("Lagad.")]),
    about(NOBODY, "Lämna upphittad mobil")
        .body(&[
            "Låg i tvättstugan på {street}. Svart skal.",
            "Hörlurar och mobil, troligen boende på plan {floor}.",
        ])
        .field()
        .thread(&[Field("Ägaren hörde av sig, hämtas {soon}.")]),
    about(NOBODY, "Byta trasigt moppstativ")
        .body(&["Fästet har spruckit, går att tejpa en dag till.", ""])
        .field()
        .calm()
        .thread(&[Field("Hämtat nytt i {storage}.")]),
    about(NOBODY, "Kolla snö och grus vid entréer")
        .body(&["Ta med borste och extra moppar. Börja på {street}.", ""])
        .in_months(&[11, 12, 1, 2, 3])
        .field()
        .thread(&[Field("Gjort {n} portar.")]),
    about(NOBODY, "Fyll i körjournalen")
        .body(&["Saknar {weekday} och {weekday2}.", ""])
        .field()
        .calm()
        .common()
        .thread(&[Field("Ifyllt.")]),
    about(NOBODY, "Ta bilder efter golvvården")
        .body(&["Till hemsidan. Före och efter, inga personer med.", ""])
        .field()
        .calm()
        .thread(&[Field("Skickade fem bilder.")]),
];
