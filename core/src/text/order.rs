//! One sort for whatever has a place in a text.

use std::cmp::Ordering;

/// Sorts `items` by a number that each has; those of one number keep their order. O(n log n), linear when they are in order.
///
/// What is sorted are the numbers: a browser loads a copy of a sort for every type that is.
///
/// ```ignore
/// let mut words = ["deux", "un", "trois", "dix"];
/// order_by(&mut words, |word| word.len() as u64);
/// assert_eq!(words, ["un", "dix", "deux", "trois"]);
/// ```
pub(crate) fn order_by<T>(items: &mut [T], number: impl Fn(&T) -> u64) {
    if items.is_sorted_by_key(&number) {
        return;
    }
    arrange(items, &order_of(items.iter().map(number).zip(0..).collect()));
}

/// Sorts `items`, like those in the order they stand. O(n log n), linear when they are in order; what is sorted are their places, as in [`order_by`].
///
/// ```ignore
/// let mut words = ["deux", "un", "trois"];
/// sort(&mut words);
/// assert_eq!(words, ["deux", "trois", "un"]);
/// ```
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    if items.is_sorted() {
        return;
    }
    let order = compared(items.len(), &|one, other| items[one as usize].cmp(&items[other as usize]));
    arrange(items, &order);
}

fn compared(items: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..items as u32).collect();
    order.sort_unstable_by(|&one, &other| compare(one, other).then(one.cmp(&other)));
    order
}

fn order_of(mut numbered: Vec<(u64, u32)>) -> Vec<u32> {
    numbered.sort_unstable();
    numbered.into_iter().map(|(_, item)| item).collect()
}

/// Puts first the item that `order` names first. O(n).
pub(super) fn arrange<T>(items: &mut [T], order: &[u32]) {
    let mut places = vec![0_u32; order.len()];
    for (place, &item) in (0..).zip(order) {
        places[item as usize] = place;
    }
    // Each swap brings one item to its place for good.
    for at in 0..items.len() {
        while places[at] as usize != at {
            let place = places[at] as usize;
            items.swap(at, place);
            places.swap(at, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{order_by, sort};

    #[test]
    fn equal_numbers_keep_their_order() {
        let mut items: Vec<(u64, usize)> = (0..1000).map(|at| (at as u64 * 7919 % 13, at)).collect();
        let mut sorted = items.clone();
        sorted.sort_by_key(|item| item.0);
        order_by(&mut items, |item| item.0);
        assert_eq!(items, sorted);
        order_by(&mut items, |item| 1000 - item.1 as u64);
        assert!(items.is_sorted_by_key(|item| std::cmp::Reverse(item.1)));
        let mut words: Vec<String> = items.iter().map(|(one, other)| format!("{one} {other}")).collect();
        sort(&mut words);
        assert!(words.is_sorted() && words.len() == 1000);
        let mut none: [u64; 0] = [];
        order_by(&mut none, |item| *item);
    }
}
