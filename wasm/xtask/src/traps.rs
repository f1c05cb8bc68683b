//! A panic is a trap, and a page shows no message of it: what words the message, and where in the source it came from, is left out.

use std::collections::BTreeMap;
use std::ops::Range;

use walrus::ir::Value;
use walrus::{ConstExpr, DataId, DataKind, FunctionKind, Module};

/// Parts of the names of functions that end in a panic, whatever they are given.
const PANICS: &[&str] = &["::panicking::", "rust_begin_unwind", "::unwrap_failed", "::expect_failed", "::slice_error_fail", "::slice_index_fail", "::len_mismatch_fail", "::panic_", "::raw_vec::handle_error", "::handle_alloc_error"];

/// Makes every such function a trap, and blanks the places in the source that only they read.
pub(crate) fn silence(module: &mut Module) {
    let panics = |name: &String| PANICS.iter().any(|part| name.contains(part));
    for function in module.funcs.iter_mut().filter(|function| function.name.as_ref().is_some_and(panics)) {
        if let FunctionKind::Local(local) = &mut function.kind {
            let mut body = local.builder_mut().func_body();
            body.instrs_mut().clear();
            body.unreachable();
        }
    }
    let mut memory = Memory::of(module);
    for range in memory.locations() {
        memory.blank(range);
    }
    for (data, bytes) in memory.0.into_values() {
        module.data.get_mut(data).value = bytes;
    }
}

/// What a module's memory holds at the start, by address.
struct Memory(BTreeMap<u32, (DataId, Vec<u8>)>);

impl Memory {
    fn of(module: &Module) -> Self {
        let address = |kind: &DataKind| match kind {
            DataKind::Active { offset: ConstExpr::Value(Value::I32(address)), .. } => *address as u32,
            other => panic!("a segment of memory without an address: {other:?}"),
        };
        Self(module.data.iter().filter(|data| !data.is_passive()).map(|data| (address(&data.kind), (data.id(), data.value.clone()))).collect())
    }

    fn bytes(&self, range: Range<u32>) -> Option<&[u8]> {
        let (start, (_, bytes)) = self.0.range(..=range.start).next_back()?;
        bytes.get((range.start - start) as usize..range.end.checked_sub(*start)? as usize)
    }

    /// The `core::panic::Location`s, and the paths that they name: address and length of a path, line, column.
    fn locations(&self) -> Vec<Range<u32>> {
        let at = |address: u32| self.bytes(address..address + 4).map(|bytes| u32::from_le_bytes(bytes.try_into().expect("four bytes")));
        let mut found = Vec::new();
        for (start, (_, bytes)) in &self.0 {
            for address in (start.next_multiple_of(4)..start + bytes.len() as u32).step_by(4) {
                let words = [at(address), at(address + 4), at(address + 8), at(address + 12)];
                let [Some(path), Some(length), Some(1..50_000), Some(1..1_000)] = words else { continue };
                if length < 1_000 && path.checked_add(length).and_then(|end| self.bytes(path..end)).is_some_and(|path| path.ends_with(b".rs")) {
                    found.extend([address..address + 16, path..path + length]);
                }
            }
        }
        found
    }

    fn blank(&mut self, range: Range<u32>) {
        if let Some((start, (_, bytes))) = self.0.range_mut(..=range.start).next_back() {
            bytes[(range.start - start) as usize..(range.end - start) as usize].fill(0);
        }
    }
}
