//! TOML as JSON, with the way back to its lines: policies in both are read by the same code, and an error in either names the
//! line that somebody wrote. The build script makes JSON of the built-in ones, so that a build without TOML has them.

use toml::de::{DeTable, DeValue};

/// What is wrong, and on which line, counted from 1.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) line: usize,
    pub(crate) what: String,
}

/// JSON with one key or item a line.
pub(crate) struct Json {
    pub(crate) text: String,
    /// By line: the byte of the TOML where its key or item stands.
    places: Vec<usize>,
}

fn line_at(toml: &str, byte: usize) -> usize {
    1 + toml.get(..byte).unwrap_or(toml).matches('\n').count()
}

impl Json {
    /// JSON of the same shape. Linear in the text.
    pub(crate) fn of(toml: &str) -> Result<Self, Fault> {
        let table = DeTable::parse(toml).map_err(|error| Fault { line: error.span().map_or(1, |span| line_at(toml, span.start)), what: error.message().trim_end().to_owned() })?;
        let mut json = Self { text: String::with_capacity(toml.len() * 2), places: vec![0] };
        json.table(table.get_ref(), 0);
        Ok(json)
    }

    /// The line of the TOML that became this `line` of the JSON, both counted from 1.
    #[allow(dead_code, reason = "the build script, which shares this file, asks for no line")]
    pub(crate) fn line_in(&self, toml: &str, line: usize) -> usize {
        line_at(toml, self.places.get(line.saturating_sub(1)).copied().unwrap_or(0))
    }

    fn line(&mut self, place: usize) {
        self.text.push('\n');
        self.places.push(place);
    }

    fn string(&mut self, words: &str) {
        self.text.push_str(&serde_json::to_string(words).expect("a string is JSON"));
    }

    /// `place` is where the table stands.
    fn table(&mut self, table: &DeTable, place: usize) {
        self.text.push('{');
        for (at, (key, value)) in table.iter().enumerate() {
            self.text.push_str(if at > 0 { "," } else { "" });
            self.line(key.span().start);
            self.string(key.get_ref());
            self.text.push(':');
            self.value(value.get_ref(), key.span().start);
        }
        self.line(place);
        self.text.push('}');
    }

    /// `place` is where the key or item stands.
    fn value(&mut self, value: &DeValue, place: usize) {
        match value {
            DeValue::String(words) => self.string(words),
            // More digits than 64 bits hold are no number of a policy: JSON's reader says so.
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => self.text.push_str(&number.to_string()),
                Err(_) => self.string(number.as_str()),
            },
            DeValue::Boolean(is) => self.text.push_str(if *is { "true" } else { "false" }),
            // No policy has any: they are told apart by being no other thing.
            DeValue::Float(number) => self.string(number.as_str()),
            DeValue::Datetime(date) => self.string(&date.to_string()),
            DeValue::Array(items) => {
                self.text.push('[');
                for (at, item) in items.iter().enumerate() {
                    self.text.push_str(if at > 0 { "," } else { "" });
                    self.line(item.span().start);
                    self.value(item.get_ref(), item.span().start);
                }
                self.line(place);
                self.text.push(']');
            }
            DeValue::Table(table) => self.table(table, place),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::super::file::{read_json, read_toml};
    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Shape {
        name: String,
        #[serde(default)]
        bloc: Option<u8>,
        #[serde(default)]
        rule: Vec<Rule>,
        #[serde(default)]
        level: BTreeMap<String, Rule>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Rule {
        #[serde(default)]
        kinds: Vec<String>,
        #[serde(default)]
        grounds: bool,
    }

    #[test]
    fn every_shape_of_toml_is_read() {
        let toml = "name = 'é \"x\"'\nbloc = 0b1_0\n[[rule]]\nkinds = ['a',\n 'b']\n[level]\nx = { grounds = true }\n[[rule]]\n[level.y]\n";
        let shape: Shape = read_toml(toml).unwrap();
        assert_eq!(read_json::<Shape>(&Json::of(toml).unwrap().text).unwrap(), shape);
        let rule = |kinds: &[&str], grounds| Rule { kinds: kinds.iter().map(|&kind| kind.to_owned()).collect(), grounds };
        let level = [("x", rule(&[], true)), ("y", rule(&[], false))].map(|(name, rule)| (name.to_owned(), rule)).into();
        assert_eq!(shape, Shape { name: "é \"x\"".to_owned(), bloc: Some(2), rule: vec![rule(&["a", "b"], false), rule(&[], false)], level });
    }

    #[test]
    fn a_fault_has_its_line() {
        for (toml, line, word) in [
            ("name = 'x'\nblock = 2", 2, "block"),
            ("name = 'x'\nbloc = 'two'\n", 2, "u8"),
            ("name = 'x'\nbloc = 300\n", 2, "300"),
            ("name = 'x'\nbloc = 1.5\n", 2, "1.5"),
            ("name = 'x'\n\n[[rule]]\nkinds = ['a']\n\n[[rule]]\nkind = ['a']", 7, "kind"),
            ("name = 'x'\n[[rule]]\nkinds = [\n'a',\n3,\n]", 5, "3"),
            ("name = 'x'\n[level.x]\ngrounds = 1", 3, "1"),
            ("name = 'x'\n[level]\nx = { ground = true }", 3, "ground"),
            ("name = 'x'\nbloc = \n", 2, ""),
            ("name = 'x'\nname = 'y'\n", 2, "duplicate"),
            ("\n\nbloc = 99999999999999999999", 3, ""),
        ] {
            let fault = read_toml::<Shape>(toml).unwrap_err();
            assert_eq!(fault.line, line, "{toml}: {}", fault.what);
            assert!(fault.what.contains(word) && !fault.what.contains(" at line "), "{toml}: {}", fault.what);
        }
    }
}
