//! Rows as CSV: RFC 4180 with its line ends.

/// Rows of fields as text.
pub(super) fn csv(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| row.iter().map(|field| quoted(field)).collect::<Vec<_>>().join(",") + "\r\n";
    rows.iter().map(line).collect()
}

/// A field that a spreadsheet would run as a formula begins with an apostrophe, as spreadsheets mark text.
fn quoted(field: &str) -> String {
    let runs = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let field = if runs { format!("'{field}") } else { field.to_owned() };
    if field.contains([',', '"', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

#[cfg(test)]
mod tests {
    use super::csv;

    #[test]
    fn what_could_be_read_as_markup_or_as_a_formula_is_text() {
        let row = ["a", "b,c", "say \"d\"", "=1+1", "@x", "é"].map(str::to_owned).to_vec();
        assert_eq!(csv(&[row]), "a,\"b,c\",\"say \"\"d\"\"\",'=1+1,'@x,é\r\n");
    }
}
