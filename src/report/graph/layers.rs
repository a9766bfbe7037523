//! Puts the nodes of a picture into columns, each in an order with few crossings.
//!
//! The usual steps of layered drawing: turn the edges that close a circle, give each node the
//! longest way that leads to it as its column, put a bend into every column that an edge passes,
//! and sort each column by the middle of its neighbours, to and fro.

use std::collections::BTreeSet;

/// How often the columns are sorted from left to right and back.
const SWEEPS: usize = 12;

/// Nodes and bends in columns. Nodes come first and keep their numbers; bends follow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// Numbers of nodes and bends, column by column, from top to bottom.
    pub(super) columns: Vec<Vec<usize>>,
    /// For each edge the stations from its left end to its right end.
    pub(super) ways: Vec<Way>,
}

/// An edge through the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Way {
    /// From left to right, one in each column.
    pub(super) stations: Vec<usize>,
    /// Whether the edge runs from right to left.
    pub(super) turned: bool,
}

/// Columns for `count` nodes and edges between them.
pub(super) fn arrange(count: usize, edges: &[(usize, usize)]) -> Columns {
    let turned = closing_edges(count, edges);
    let directed: Vec<(usize, usize)> = edges
        .iter()
        .enumerate()
        .map(|(at, &(from, to))| if turned.contains(&at) { (to, from) } else { (from, to) })
        .collect();
    let layers = longest_ways(count, &directed);
    let mut columns = Columns::default();
    let last = layers.iter().max().copied().unwrap_or_default();
    columns.columns = (0..=last)
        .map(|layer| (0..count).filter(|&node| at(&layers, node) == layer).collect())
        .collect();
    let mut next = count;
    for (index, &(from, to)) in directed.iter().enumerate() {
        let mut stations = vec![from];
        for layer in at(&layers, from) + 1..at(&layers, to) {
            stations.push(next);
            columns.columns.get_mut(layer).into_iter().for_each(|column| column.push(next));
            next += 1;
        }
        stations.push(to);
        columns.ways.push(Way { stations, turned: turned.contains(&index) });
    }
    sort_columns(&mut columns, next);
    columns
}

/// The number at a place; what is not there is 0.
pub(super) fn at(numbers: &[usize], place: usize) -> usize {
    numbers.get(place).copied().unwrap_or_default()
}

/// Edges that lead back to where a walk came from, by their places; loops are among them.
fn closing_edges(count: usize, edges: &[(usize, usize)]) -> BTreeSet<usize> {
    let mut outgoing: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    for (place, &(from, to)) in edges.iter().enumerate() {
        outgoing.get_mut(from).into_iter().for_each(|list| list.push((place, to)));
    }
    let mut closing = BTreeSet::new();
    let (mut entered, mut left) = (BTreeSet::new(), BTreeSet::new());
    for start in 0..count {
        let mut walk = vec![(start, 0)];
        while let Some((node, next)) = walk.pop() {
            if next == 0 && !entered.insert(node) {
                continue;
            }
            match outgoing.get(node).and_then(|list| list.get(next)) {
                None => {
                    left.insert(node);
                }
                Some(&(place, to)) => {
                    walk.push((node, next + 1));
                    if !entered.contains(&to) {
                        walk.push((to, 0));
                    } else if !left.contains(&to) {
                        closing.insert(place);
                    }
                }
            }
        }
    }
    closing
}

/// For each node the number of edges of the longest way to it; what nothing leads to stands
/// just before what it leads to.
fn longest_ways(count: usize, edges: &[(usize, usize)]) -> Vec<usize> {
    let mut layers = vec![0; count];
    // A way has fewer edges than there are nodes, so this many rounds settle all.
    for _ in 0..count {
        let mut moved = false;
        for &(from, to) in edges.iter().filter(|(from, to)| from != to) {
            let wanted = at(&layers, from) + 1;
            if let Some(layer) = layers.get_mut(to).filter(|layer| **layer < wanted) {
                *layer = wanted;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let entered: BTreeSet<usize> = edges.iter().map(|(_, to)| *to).collect();
    for node in (0..count).filter(|node| !entered.contains(node)) {
        let nearest =
            edges.iter().filter(|(from, _)| *from == node).map(|&(_, to)| at(&layers, to));
        if let (Some(nearest), Some(layer)) = (nearest.min(), layers.get_mut(node)) {
            *layer = nearest.saturating_sub(1);
        }
    }
    layers
}

/// Sorts the columns by the middle of their neighbours and keeps the order with fewest crossings.
fn sort_columns(columns: &mut Columns, count: usize) {
    let steps: Vec<(usize, usize)> = columns
        .ways
        .iter()
        .flat_map(|way| way.stations.iter().copied().zip(way.stations.iter().copied().skip(1)))
        .collect();
    let (mut before, mut after) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for &(left, right) in &steps {
        after.get_mut(left).into_iter().for_each(|list: &mut Vec<usize>| list.push(right));
        before.get_mut(right).into_iter().for_each(|list: &mut Vec<usize>| list.push(left));
    }
    let mut best = (crossings(&columns.columns, &after, count), columns.columns.clone());
    for sweep in 0..SWEEPS {
        let width = columns.columns.len();
        let (order, neighbours): (Vec<usize>, _) = if sweep % 2 == 0 {
            ((1..width).collect(), &before)
        } else {
            ((0..width.saturating_sub(1)).rev().collect(), &after)
        };
        for column in order {
            let places = places(&columns.columns, count);
            if let Some(column) = columns.columns.get_mut(column) {
                column.sort_by_key(|&node| middle(node, neighbours, &places));
            }
        }
        let found = crossings(&columns.columns, &after, count);
        if found < best.0 {
            best = (found, columns.columns.clone());
        }
    }
    columns.columns = best.1;
}

/// For each node and bend its place in its column.
fn places(columns: &[Vec<usize>], count: usize) -> Vec<usize> {
    let mut places = vec![0; count];
    for column in columns {
        for (place, &node) in column.iter().enumerate() {
            places.get_mut(node).into_iter().for_each(|slot| *slot = place);
        }
    }
    places
}

/// The mean place of the neighbours in thousandths; without neighbours its own place.
fn middle(node: usize, neighbours: &[Vec<usize>], places: &[usize]) -> usize {
    let own = neighbours.get(node).map_or(&[][..], Vec::as_slice);
    if own.is_empty() {
        return at(places, node) * 1_000;
    }
    own.iter().map(|&other| at(places, other) * 1_000).sum::<usize>() / own.len()
}

/// How many pairs of edges between neighbouring columns cross.
fn crossings(columns: &[Vec<usize>], after: &[Vec<usize>], count: usize) -> usize {
    let places = places(columns, count);
    let mut crossings = 0;
    for column in columns {
        let ends = column.iter().flat_map(|&node| {
            let mut ends: Vec<usize> =
                after.get(node).into_iter().flatten().map(|&to| at(&places, to)).collect();
            ends.sort_unstable();
            ends
        });
        let mut seen: Vec<usize> = Vec::new();
        for end in ends {
            let above = seen.partition_point(|&other| other <= end);
            crossings += seen.len() - above;
            seen.insert(above, end);
        }
    }
    crossings
}
