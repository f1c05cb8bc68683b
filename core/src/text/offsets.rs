use serde::{Deserialize, Serialize};

use super::Span;

/// The unit in which offsets leave the library.
///
/// Rust counts bytes, JavaScript UTF-16 units, Python code points. Every result says which it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Bytes of UTF-8.
    #[serde(rename = "byte")]
    Byte,
    /// UTF-16 code units.
    Utf16,
    /// Unicode code points.
    #[default]
    Char,
}

impl OffsetUnit {
    /// The name on the wire: `byte`, `utf16` or `char`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Byte => "byte",
            Self::Utf16 => "utf16",
            Self::Char => "char",
        }
    }

    /// Reads a wire name; `None` when it is none of the three.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Byte, Self::Utf16, Self::Char].into_iter().find(|unit| unit.as_str() == name)
    }
}

/// Distance between two checkpoints, in bytes.
const STEP: usize = 64;

/// Converts byte offsets of one text to UTF-16 units or code points.
///
/// Building costs one pass over the text, a look-up at most 64 bytes of it.
///
/// ```
/// use huisclos::{OffsetTable, OffsetUnit, Span};
/// let text = "😀 né";
/// let table = OffsetTable::new(text, OffsetUnit::Utf16);
/// assert_eq!(table.convert(5), 3);
/// assert_eq!(table.convert(text.len() as u32), 5);
/// ```
pub struct OffsetTable<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Units before byte `i * STEP`, rounded down to the character that holds it. Empty for ASCII.
    checkpoints: Vec<u32>,
}

impl<'t> OffsetTable<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut checkpoints = Vec::new();
        if unit != OffsetUnit::Byte && !text.is_ascii() {
            let mut units = 0;
            // Sums over blocks of a fixed length: what the compiler turns into vector instructions.
            for block in text.as_bytes().chunks(STEP) {
                checkpoints.push(units);
                units += units_of(block, unit);
            }
            if text.len().is_multiple_of(STEP) {
                checkpoints.push(units);
            }
        }
        Self { text, unit, checkpoints }
    }

    /// The unit this table converts to.
    pub const fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// Converts one byte offset that lies on a character boundary.
    ///
    /// # Panics
    /// When `byte` lies beyond the end of the text.
    pub fn convert(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        assert!(byte <= self.text.len(), "offset {byte} lies beyond the text's {} bytes", self.text.len());
        if self.checkpoints.is_empty() {
            return byte as u32;
        }
        let step = byte / STEP;
        let rest = &self.text.as_bytes()[step * STEP..byte];
        self.checkpoints[step] + units_of(rest, self.unit)
    }

    /// The byte where the unit `offset` starts, or the text's end; `None` beyond the end or inside a character.
    ///
    /// Binary search, then at most one block of the text.
    ///
    /// ```
    /// use huisclos::{OffsetTable, OffsetUnit};
    /// let table = OffsetTable::new("😀 né", OffsetUnit::Utf16);
    /// assert_eq!([table.byte_of(3), table.byte_of(5), table.byte_of(1), table.byte_of(6)], [Some(5), Some(8), None, None]);
    /// ```
    pub fn byte_of(&self, offset: u32) -> Option<u32> {
        if self.checkpoints.is_empty() {
            return self.text.is_char_boundary(offset as usize).then_some(offset);
        }
        let step = self.checkpoints.partition_point(|&units| units <= offset).saturating_sub(1);
        let mut byte = step * STEP;
        let mut units = self.checkpoints[step];
        while !self.text.is_char_boundary(byte) {
            byte += 1;
        }
        for c in self.text[byte..].chars() {
            if units >= offset {
                break;
            }
            units += units_of(c.encode_utf8(&mut [0; 4]).as_bytes(), self.unit);
            byte += c.len_utf8();
        }
        (units == offset).then_some(byte as u32)
    }

    /// Converts both ends of a span.
    pub fn convert_span(&self, span: Span) -> (u32, u32) {
        (self.convert(span.start), self.convert(span.end))
    }
}

/// Units of the characters that start in `bytes`; continuation bytes stand for none.
fn units_of(bytes: &[u8], unit: OffsetUnit) -> u32 {
    let starts: u32 = bytes.iter().map(|&byte| u32::from(byte.cast_signed() >= -0x40)).sum();
    let pairs: u32 = if matches!(unit, OffsetUnit::Utf16) { bytes.iter().map(|&byte| u32::from(byte >= 0xF0)).sum() } else { 0 };
    starts + pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_of_a_mixed_text_converts_exactly() {
        let text = "é😀a\u{301}ß— né à Łódź 😀".repeat(40);
        for unit in [OffsetUnit::Byte, OffsetUnit::Utf16, OffsetUnit::Char] {
            let table = OffsetTable::new(&text, unit);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let expected = match unit {
                    OffsetUnit::Byte => at,
                    OffsetUnit::Utf16 => text[..at].encode_utf16().count(),
                    OffsetUnit::Char => text[..at].chars().count(),
                };
                assert_eq!(table.convert(at as u32) as usize, expected);
                assert_eq!(table.byte_of(expected as u32), Some(at as u32));
            }
        }
    }
}
