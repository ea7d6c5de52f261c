//! How cases hang together: relations, merging, splitting, handing back.

texts! {
    relations: "Kopplade ärenden", "Linked cases";
    relation_parent: "Överordnat", "Parent";
    relation_child: "Underordnat", "Child";
    relation_original: "Dubblett av", "Duplicate of";
    relation_duplicate: "Har dubbletten", "Has the duplicate";
    relation_related: "Hör ihop med", "Related to";
    relation_merged_into: "Sammanslaget med", "Merged into";
    relation_merged: "Uppgått hit", "Merged here";
    relation_split_from: "Utbrutet ur", "Split from";
    relation_split_off: "Utbrutet härifrån", "Split off from here";
    relation_add: "Koppla ärende", "Link a case";
    relation_kind: "Det andra ärendet är", "The other case is";
    relation_number: "Ärendenummer", "Case number";
    relation_do: "Koppla", "Link";
    relation_remove(number: i32): "Ta bort kopplingen till ärende {number}", "Remove the link to case {number}";
    relation_undo_split: "Ångra utbrytningen", "Undo the split";
    relation_undo_split_about(part: i32, whole: i32): "Ärende {part} slås ihop med {whole} igen", "Case {part} is merged into {whole} again";
    relation_undo_merge(number: i32): "Ångra sammanslagningen med ärende {number}", "Undo the merge with case {number}";
    did_relate: "kopplade", "linked";
    did_unrelate: "tog bort kopplingen", "removed the link";
    merge_case: "Slå ihop med ett annat", "Merge into another";
    merge_case_about: "Det här ärendet stängs. Dess kommentarer syns i det andra, som också får dess anställda.", "This case is closed. Its comments are shown in the other, which also gets its people.";
    merge_case_do: "Slå ihop", "Merge";
    merge_case_anyway: "Slå ihop ändå", "Merge all the same";
    split_case: "Bryt ut till ett nytt", "Split off a new one";
    split_case_about: "Det nya ärendet får samma kund, typ och ansvarig.", "The new case gets the same customer, type and responsible.";
    split_case_do: "Bryt ut", "Split off";
    comment_from_case(number: i32): "från ärende {number}", "from case {number}";
    hand_back: "Återkoppla till skaparen", "Hand back to the creator";
    hand_back_about(name: &str): "{name} blir ansvarig och ser kommentaren.", "{name} becomes responsible and sees the comment.";
    refused_case_unknown: "Det ärendet finns inte, eller kan inte kopplas så.", "There is no such case, or it cannot be linked that way.";
    refused_other_customer: "Det ärendet gäller en annan kund, som då kan läsa det som är skrivet till kunden i det här.", "That case is about another customer, who can then read what was written to the customer in this one.";
    refused_closed(on: chrono::NaiveDate): "Det ärendet stängdes {on}. Det som läggs till i ett stängt ärende är lätt att missa.", "That case was closed on {on}. What is added to a closed case is easily missed.";
    refused_case_taken: "Ärendet har redan ett överordnat ärende eller är redan sammanslaget.", "The case has a parent already or is merged already.";
    refused_case_reversed: "Det andra ärendet är redan en dubblett av det här.", "The other case is a duplicate of this one already.";
}
