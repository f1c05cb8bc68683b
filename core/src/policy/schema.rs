/// The JSON Schema of a policy's file, TOML or JSON. A test derives it from the types that read the file.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(huisclos::policy::SCHEMA)?;
/// assert!(schema["properties"]["extends"].is_object());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const SCHEMA: &str = include_str!("../../policies/schema.json");

/// The JSON Schema of [`crate::PolicyOptions`], which case facts hold as `occultation`. A test derives it from the type.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(huisclos::policy::OPTIONS_SCHEMA)?;
/// assert!(schema["properties"]["recommendation"].is_object());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const OPTIONS_SCHEMA: &str = include_str!("../../policies/options.schema.json");

#[cfg(test)]
mod tests {
    use super::super::file::PolicyFile;
    use crate::model::PolicyOptions;
    use schemars::{JsonSchema, schema_for};

    /// The schema as its file holds it; `make bless` writes it.
    fn holds<T: JsonSchema>(file: &str, title: &str) {
        let mut schema = schema_for!(T);
        schema.insert("title".to_owned(), title.into());
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("policies").join(file);
        if std::env::var_os("HUISCLOS_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "`make bless` writes policies/{file}");
    }

    #[test]
    fn the_published_schemas_are_those_of_the_types() {
        holds::<PolicyFile>("schema.json", "Policy of huisclos");
        holds::<PolicyOptions>("options.schema.json", "Options of a policy of huisclos");
    }
}
