//! Results as the columns of an Arrow table. They leave as an IPC stream, which pyarrow reads without copying it.

use std::sync::LazyLock;

use arrow_ipc::writer::StreamWriter;
use arrow_schema::{FieldRef, Schema};
use huisclos::report::SpanView;
use huisclos::{Entity, OffsetUnit, OutcomeView, Warning};
use rayon::prelude::*;
use serde::Serialize;
use serde_arrow::schema::SchemaLike;
use serde_json::json;

use crate::engine::Item;

/// The columns, in their order. Every one may be null.
static FIELDS: LazyLock<Vec<FieldRef>> = LazyLock::new(|| {
    let field = |name: &str, kind: &str| json!({"name": name, "data_type": kind, "nullable": true});
    let list = |name: &str, item: serde_json::Value| json!({"name": name, "data_type": "List", "nullable": true, "children": [item]});
    let items = |fields: Vec<serde_json::Value>| json!({"name": "item", "data_type": "Struct", "nullable": true, "children": fields});
    let texts = |names: &[&str]| names.iter().map(|name| field(name, "Utf8")).collect::<Vec<_>>();
    let span = [
        vec![field("start", "I64"), field("end", "I64")],
        texts(&["kind", "role", "entity", "confidence", "action", "replacement"]),
        vec![json!({"name": "lead", "data_type": "Struct", "nullable": true, "children": [field("start", "I64"), field("text", "Utf8")]})],
        vec![list("rules", field("item", "Utf8"))],
        texts(&["reason", "basis"]),
    ];
    let entity = [texts(&["id", "kind", "role"]), vec![list("mentions", field("item", "I64"))]];
    let fields = json!([
        field("pseudonymized", "Utf8"),
        list("spans", items(span.concat())),
        list("entities", items(entity.concat())),
        list("warnings", items(texts(&["code", "message"]))),
        field("error", "Utf8"),
    ]);
    Vec::from_value(fields).expect("the fields are valid")
});

#[derive(Default, Serialize)]
struct Row<'o> {
    pseudonymized: Option<String>,
    spans: Option<Vec<SpanView<'o>>>,
    entities: Option<&'o [Entity]>,
    warnings: Option<&'o [Warning]>,
    error: Option<&'o str>,
}

fn row(item: Option<&Item>) -> Row<'_> {
    match item {
        None => Row::default(),
        Some(Err(message)) => Row { error: Some(message), ..Row::default() },
        Some(Ok(run)) => {
            let outcome = run.outcome();
            let view = OutcomeView::new(outcome.original(), &outcome.spans, &outcome.entities, &outcome.warnings, OffsetUnit::Char);
            Row { pseudonymized: Some(outcome.text()), spans: Some(view.spans), entities: Some(view.entities), warnings: Some(view.warnings), error: None }
        }
    }
}

/// The columns of `items` as an IPC stream of one batch, or what to do when they are too large for one.
pub(crate) fn stream(items: &[Option<Item>]) -> Result<Vec<u8>, String> {
    let rows: Vec<Row> = items.par_iter().map(|item| row(item.as_ref())).collect();
    let batch = serde_arrow::to_record_batch(&FIELDS, &rows).map_err(|_| "the columns of these rows exceed 2 GiB: give fewer rows at once".to_owned())?;
    drop(rows);
    Ok(written(&batch.schema(), |writer| writer.write(&batch).expect("memory takes every write")))
}

/// The schema of [`stream`], as an IPC stream without a batch.
pub(crate) fn schema() -> Vec<u8> {
    written(&Schema::new(FIELDS.clone()), |_| ())
}

fn written(schema: &Schema, write: impl FnOnce(&mut StreamWriter<Vec<u8>>)) -> Vec<u8> {
    let mut writer = StreamWriter::try_new(Vec::new(), schema).expect("memory takes every write");
    write(&mut writer);
    writer.into_inner().expect("memory takes every write")
}
