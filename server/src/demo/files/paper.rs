//! Papers: a work order as PDF, a list of measurements.

/// One page, written by hand: its text is Windows' Latin letters, which PDF calls `WinAnsiEncoding`.
pub(super) fn work_order() -> Vec<u8> {
    const LINES: [(u32, u32, &str); 9] = [
        (24, 770, "Arbetsorder"),
        (12, 735, "Fönsterputs och trappstädning, vecka 48"),
        (12, 700, "Omfattning"),
        (11, 680, "- Putsning av samtliga fönster i entréplan, in- och utsida"),
        (11, 662, "- Våttorkning av trapphus A, B och C"),
        (11, 644, "- Byte av entrémattor, tre stycken"),
        (12, 609, "Att tänka på"),
        (11, 589, "Nyckel hämtas och lämnas hos fastighetsskötaren före klockan 15."),
        (11, 571, "Larmet i källaren är frånkopplat måndag till fredag 7-16."),
    ];
    let text: String = LINES
        .iter()
        .map(|(size, up, line)| {
            format!("BT /F{} {size} Tf 60 {up} Td ({line}) Tj ET\n", u8::from(*size < 12) + 1)
        })
        .collect();
    let text = latin(&text);
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
          /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>"
            .to_vec(),
        [format!("<< /Length {} >>\nstream\n", text.len()).as_bytes(), &text, b"endstream"].concat(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>".to_vec(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
    ];
    let mut paper = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", paper.len()));
        paper.extend_from_slice(format!("{} 0 obj\n", index + 1).as_bytes());
        paper.extend_from_slice(object);
        paper.extend_from_slice(b"\nendobj\n");
    }
    let start = paper.len();
    paper.extend_from_slice(table.as_bytes());
    let end = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    paper.extend_from_slice(end.as_bytes());
    paper
}

/// What a spreadsheet opens.
pub(super) fn measurements() -> Vec<u8> {
    "Rum;Yta m²;Golv\r\nEntré;24,5;klinker\r\nKontor 1;12,0;parkett\r\nKontor 2;14,5;parkett\r\nKök;9,0;plast\r\n"
        .into()
}

/// Of the letters that Swedish needs, each is one byte.
fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap_or(b'?')).collect()
}
