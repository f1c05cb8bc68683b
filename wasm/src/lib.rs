//! The two modules behind the npm package `huisclos`: the engine, and (feature `documents`) the formats, which a page
//! loads when it meets a document. They hold no logic: they read JavaScript's arguments, call the core and hand back the
//! JSON object that every surface of Huis Clos gives (`OutcomeView`).
//!
//! Errors are JavaScript `Error`s with a stable `code` (see [`Failure`]); their messages never hold text of a decision.

mod wire;

#[cfg(feature = "engine")]
mod call;
#[cfg(feature = "documents")]
mod documents;

#[cfg(feature = "engine")]
#[expect(unreachable_pub, clippy::needless_pass_by_value, reason = "wasm-bindgen exports public items only, and hands values over")]
mod js_engine;
#[cfg(feature = "documents")]
#[expect(unreachable_pub, reason = "wasm-bindgen exports public items only")]
mod js_documents;

#[cfg(feature = "engine")]
pub use call::{Call, Options, install_lexicon, vocabulary};
#[cfg(feature = "documents")]
pub use documents::{formats, read_document, read_policy, record, record_page, write_document};
pub use wire::Failure;

use wasm_bindgen::JsValue;

fn thrown(failure: Failure) -> JsValue {
    let error = js_sys::Error::new(&failure.message);
    // Setting a property of a fresh object cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &failure.code.into());
    if let Some(french) = failure.french {
        let _ = js_sys::Reflect::set(&error, &"french".into(), &french.into());
    }
    error.into()
}
