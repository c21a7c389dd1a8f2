//! Percent-encoding of a link's values: readable where it may be.

/// Whether a byte may stand as it is in the value of a query. Commas, colons and at signs may, and keep links readable.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~,:@()/|!*'".contains(&byte)
}

/// The value with every other byte as `%XX`; a space becomes `+`.
pub(crate) fn encode(value: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |nibble: u8| HEX.get(usize::from(nibble & 15)).copied().map_or('0', char::from);
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b' ' => encoded.push('+'),
            _ if is_plain(byte) => encoded.push(char::from(byte)),
            _ => encoded.extend(['%', digit(byte >> 4), digit(byte)]),
        }
    }
    encoded
}

/// The value as it was before encoding; what is no valid escape or no UTF-8 stays readable.
pub(super) fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let (byte, after) = match (first, tail) {
            (b'+', _) => (b' ', tail),
            (b'%', [high, low, after @ ..]) => match (nibble(*high), nibble(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, after),
                _ => (b'%', tail),
            },
            (byte, _) => (*byte, tail),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn nibble(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_encoded_decodes_to_itself() {
        for value in ["cptpp,rcep", "a & b", "100 %", "Côte d’Ivoire", "eu@1995-01-01", "%zz", "a+b=c#d?"] {
            assert_eq!(decode(&encode(value)), value);
        }
    }

    #[test]
    fn broken_escapes_are_kept_as_they_stand() {
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%g1"), "%g1");
        assert_eq!(decode("%ff"), "\u{fffd}");
    }
}
