use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;

use crate::documents::{formats, read_document, read_policy, record, record_page, write_document};
use crate::thrown;

/// `[text, unread]`: the words of a document, joined, and the files inside that were not read.
///
/// # Errors
/// Code `document`.
#[wasm_bindgen(js_name = readDocument)]
pub fn read_document_js(bytes: &[u8], mime: &str) -> Result<Array, JsValue> {
    let (text, unread) = read_document(bytes, mime).map_err(thrown)?;
    Ok(Array::of2(&text.into(), &JSON::parse(&unread)?))
}

/// The document with `edits` (JSON: a sorted list of `start`, `end`, `replacement`, in `unit` of its words) made.
///
/// # Errors
/// Codes `document`, `edits` and `offset_unit`.
#[wasm_bindgen(js_name = writeDocument)]
pub fn write_document_js(bytes: &[u8], mime: &str, edits: &str, unit: &str) -> Result<Vec<u8>, JsValue> {
    write_document(bytes, mime, edits, unit).map_err(thrown)
}

/// A policy in TOML as JSON.
///
/// # Errors
/// Code `policy`.
#[wasm_bindgen(js_name = readPolicy)]
pub fn read_policy_js(toml: &str) -> Result<String, JsValue> {
    read_policy(toml).map_err(thrown)
}

/// The record of a run, as JSON Lines.
///
/// # Errors
/// Code `record`.
#[wasm_bindgen(js_name = record)]
pub fn record_js(run: &str, date: Option<String>, documents: &str) -> Result<String, JsValue> {
    record(run, date, documents).map_err(thrown)
}

/// The page of a record in `language`.
///
/// # Errors
/// Code `record`.
#[wasm_bindgen(js_name = recordPage)]
pub fn record_page_js(record: &str, language: &str) -> Result<String, JsValue> {
    record_page(record, language).map_err(thrown)
}

/// Every media type with the usual ending of its files' names.
///
/// # Errors
/// Never.
#[wasm_bindgen(js_name = formats)]
pub fn formats_js() -> Result<JsValue, JsValue> {
    JSON::parse(&formats())
}
