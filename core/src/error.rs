/// Why an engine or a policy could not be built, or a text not be read.
///
/// Opaque: ask with the `is_*` predicates. The message says what is wrong, where, and what to do; it never holds text
/// of a decision.
///
/// ```
/// let error = huisclos::Policy::named("fr-judilibrr").unwrap_err();
/// assert!(error.is_policy());
/// assert!(error.to_string().contains("fr-judilibre"));
/// ```
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    message: String,
    french: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ErrorKind {
    Policy,
    TooLarge,
    Builder,
    Document,
    Key,
    Ledger,
    Review,
}

impl Error {
    pub(crate) fn policy(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Policy, message: message.into(), french: None }
    }

    pub(crate) fn builder(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Builder, message: message.into(), french: None }
    }

    pub(crate) fn key(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Key, message: message.into(), french: None }
    }

    /// A ledger that could not do its work: for those who write one. The message must hold no name and no key.
    pub fn ledger(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Ledger, message: message.into(), french: None }
    }

    #[cfg(feature = "formats")]
    pub(crate) fn document(message: impl Into<String>, french: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Document, message: message.into(), french: Some(french.into()) }
    }

    pub(crate) fn review(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Review, message: message.into(), french: None }
    }

    pub(crate) fn too_large(bytes: usize) -> Self {
        Self {
            kind: ErrorKind::TooLarge,
            message: format!("the text has {bytes} bytes, more than 4 GiB: cut it into documents"),
            french: Some(format!("le texte fait {bytes} octets, plus de 4 Gio : le couper en plusieurs documents")),
        }
    }

    /// The message in French, for a reader at a court's desk: what is wrong with a document has one, other errors are for those who
    /// set the engine up.
    ///
    /// ```
    /// # #[cfg(feature = "formats")] {
    /// use huisclos::formats::{Format, open};
    /// let error = open(b"{", Format::Json).unwrap_err();
    /// assert!(error.french().unwrap().starts_with("le document JSON"));
    /// # }
    /// ```
    pub fn french(&self) -> Option<&str> {
        self.french.as_deref()
    }

    /// True when a policy's name or content is at fault.
    pub fn is_policy(&self) -> bool {
        self.kind == ErrorKind::Policy
    }

    /// True when the text is beyond the reach of a span.
    pub fn is_too_large(&self) -> bool {
        self.kind == ErrorKind::TooLarge
    }

    /// True when a document's bytes cannot be read or written back.
    pub fn is_document(&self) -> bool {
        self.kind == ErrorKind::Document
    }

    /// True when a key cannot be read, or is not the one a ledger was made with.
    pub fn is_key(&self) -> bool {
        self.kind == ErrorKind::Key
    }

    /// True when a ledger cannot be read, written or does not know a text.
    pub fn is_ledger(&self) -> bool {
        self.kind == ErrorKind::Ledger
    }

    /// True when a review does not fit its text.
    pub fn is_review(&self) -> bool {
        self.kind == ErrorKind::Review
    }

    /// True when the builder's options do not go together.
    pub fn is_builder(&self) -> bool {
        self.kind == ErrorKind::Builder
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
